using Craftsman.Api;
using Craftsman.Api.Applications;
using Craftsman.Api.Approvals;
using Craftsman.Api.Campaigns;
using Craftsman.Api.Candidates;
using Craftsman.Api.Experts;
using Craftsman.Api.Honours;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Api.Meetings;
using Craftsman.Api.Messages;
using Craftsman.Api.Objections;
using Craftsman.Api.Operations;
using Craftsman.Api.PublicNotices;
using Craftsman.Api.Reports;
using Craftsman.Api.Review;
using Craftsman.Api.SimulatedWeChat;
using Craftsman.Api.Tips;
using Craftsman.Api.Voting;
using Craftsman.Api.WeChat;

if (args is ["healthcheck", ..])
{
    return await Commands.HealthCheck();
}

// Settings are read and checked once, at start. A watcher of their files would serve nobody, and Linux has few of them for each user.
var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
builder.AddLogs();
builder.AddSettings();
builder.Services.AddProblems();
builder.Services.AddValidation();
builder.Services.AddClientAddress();
builder.Services.AddIdentity();
builder.Services.AddCampaignParts();
builder.Services.AddMessagePush();
builder.Services.AddHealth();
builder.Services.AddOpenApiDocuments();

var app = builder.Build();
app.Use(ArrivedAt.Stamp);
app.UseForwardedHeaders();
app.UseRequestLogs();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseRouting();
app.Use(PrivateAnswers.Mark);
app.Use(BodyLimit.Refuse);
app.UseAuthentication();
app.UseAuthorization();

var miniProgram = app.MapGroup("/api/v1")
    .WithGroupName(OpenApiSetup.MiniProgram)
    .RequireAuthorization(AccessTokens.CitizenScheme)
    .LimitWrites();
miniProgram.MapIdentity();
miniProgram.MapCampaigns();
miniProgram.MapTips();
miniProgram.MapCandidates();
miniProgram.MapReports();
miniProgram.MapPublicNotices();
miniProgram.MapObjections();
miniProgram.MapVoting();
miniProgram.MapApplications();
miniProgram.MapHonours();
miniProgram.MapMedia();
miniProgram.MapMessages();

var admin = app.MapGroup("/admin/v1").WithGroupName(OpenApiSetup.Admin).RequireAuthorization(AccessTokens.StaffScheme);
admin.MapStaffIdentity();
admin.MapStaffCampaigns();
admin.MapStaffTips();
admin.MapStaffCandidates();
admin.MapStaffApplications();
admin.MapStaffReports();
admin.MapStaffReview();
admin.MapStaffMeetings();
admin.MapStaffHonours();
admin.MapStaffPublicNotices();
admin.MapStaffObjections();
admin.MapStaffExperts();
admin.MapStaffPaper();
admin.MapStaffVoting();
admin.MapStaffApprovals();
admin.MapStaffMedia();

app.MapMessagePush();
app.MapPhotos();
app.MapHealth();
app.MapOpenApiDocuments();
app.MapSimulatedWeChat();
app.MapSimulatedDays();

return await Commands.Run(app, args);

/// <summary>Lets the tests start the service.</summary>
public partial class Program;
