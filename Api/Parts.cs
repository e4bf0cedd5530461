using Craftsman.Api.Applications;
using Craftsman.Api.Candidates;
using Craftsman.Api.ContentChecks;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Api.Messages;
using Craftsman.Api.Operations;
using Craftsman.Api.SimulatedWeChat;
using Craftsman.Api.Tips;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Approvals;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Demo;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Honours;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Meetings;
using Craftsman.Infrastructure.Messages;
using Craftsman.Infrastructure.Objections;
using Craftsman.Infrastructure.PublicNotices;
using Craftsman.Infrastructure.RateLimiting;
using Craftsman.Infrastructure.Reports;
using Craftsman.Infrastructure.Review;
using Craftsman.Infrastructure.Tips;
using Craftsman.Infrastructure.Tips.Similarity;
using Craftsman.Infrastructure.Voting;
using Craftsman.Infrastructure.WeChat;
using Microsoft.Extensions.Options;
using MySqlConnector;
using StackExchange.Redis;

namespace Craftsman.Api;

/// <summary>Settings, each checked at start, and the parts of the campaign that are handed to endpoints.</summary>
public static class Parts
{
    private const long MaxBodyBytes = 64 * 1024;

    public static void AddSettings(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        Checked<DatabaseOptions>(builder, DatabaseOptions.Section);
        Checked<SecretsOptions>(builder, SecretsOptions.Section);
        Checked<WeChatOptions>(builder, WeChatOptions.Section);
        Checked<RedisOptions>(builder, RedisOptions.Section);
        Checked<NetworkOptions>(builder, NetworkOptions.Section);
        Checked<RateLimitOptions>(builder, RateLimitOptions.Section);
        Checked<MediaOptions>(builder, MediaOptions.Section);
        Checked<MessagesOptions>(builder, MessagesOptions.Section);
        Checked<MailOptions>(builder, MailOptions.Section);
        Checked<InvitationOptions>(builder, InvitationOptions.Section);
        Checked<FormOptions>(builder, FormOptions.Section);
        Checked<VotingOptions>(builder, VotingOptions.Section);
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = MaxBodyBytes;
            options.AddServerHeader = false;
        });
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
    }

    public static void AddCampaignParts(this IServiceCollection services)
    {
        DapperSetup.Apply();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            new MySqlDataSourceBuilder(
                DatabaseOptions
                    .WithOurSettings(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString)
                    .ConnectionString
            ).Build()
        );
        services.AddSingleton<IConnectionMultiplexer>(provider =>
            ConnectionMultiplexer.Connect(provider.GetRequiredService<IOptions<RedisOptions>>().Value.WithOurSettings())
        );
        services.AddSingleton<Db>();
        services.AddSingleton<DataCipher>();
        services.AddSingleton<BlindIndex>();
        services.AddSingleton<Cursors>();
        services.AddSingleton<RatePolicies>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<CitizenWrites>();
        services.AddSingleton<StaffWrites>();
        services.AddSingleton<CitizenQueries>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<ExportAccount>();
        services.AddSingleton<CitizenPhones>();
        services.AddSingleton<StaffQueries>();
        services.AddSingleton<ExpiredRows>();
        services.AddHostedService<Housekeeping>();
        services.AddSingleton<CampaignQueries>();
        services.AddSingleton<BallotBox>();
        services.AddHostedService(provider => provider.GetRequiredService<BallotBox>());
        services.AddSingleton<RiskRanks>();
        services.AddHostedService(provider => provider.GetRequiredService<RiskRanks>());
        services.AddSingleton<VoteQueries>();
        services.AddSingleton<VoteStateStore>();
        services.AddSingleton<VoteReconciliation>();
        services.AddSingleton<AnomalyQueries>();
        services.AddSingleton<ApprovalQueries>();
        services.AddSingleton<ApprovedExclusions>();
        services.AddHostedService<VoteReconciling>();
        services.AddSingleton<VoteScoring>();
        services.AddHostedService<ScoringVotes>();
        services.AddSingleton<ApplicationStore>();
        services.AddSingleton<ApplicationQueries>();
        services.AddSingleton<PaperQueries>();
        services.AddSingleton<PaperStore>();
        services.AddSingleton<ApplicationExport>();
        services.AddSingleton<FormPrinter>();
        services.AddSingleton<StaffApplicationQueries>();
        services.AddSingleton<ApplicationImport>();
        services.AddSingleton<ApplicationRebinding>();
        services.AddSingleton<CampaignDays>();
        services.AddSingleton<PublicNoticeQueries>();
        services.AddSingleton<ObjectionStore>();
        services.AddSingleton<ObjectionQueries>();
        services.AddSingleton<ReviewStore>();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<LeadingGroupStore>();
        services.AddSingleton<MeetingStore>();
        services.AddSingleton<MeetingQueries>();
        services.AddSingleton<ShortListQueries>();
        services.AddSingleton<DossierQueries>();
        services.AddSingleton<BallotStore>();
        services.AddSingleton<LeadingGroupDecisions>();
        services.AddSingleton<Places>();
        services.AddSingleton<LaureateStore>();
        services.AddSingleton<LaureateQueries>();
        services.AddSingleton<PanelStore>();
        services.AddSingleton<PanelQueries>();
        services.AddSingleton<ConflictFinder>();
        services.AddSingleton<RecusalStore>();
        services.AddSingleton<AssignmentStore>();
        services.AddSingleton<SheetQueries>();
        services.AddSingleton<RankingQueries>();
        services.AddSingleton<OfferStore>();
        services.AddSingleton<OfferQueries>();
        services.AddSingleton<DemoSeed>();
        services.AddSingleton<DemoPortraits>();
        services.AddSingleton<PublicCopies>();
        services.AddSingleton<ShareCodes>();
        services.AddSingleton<NearbyIndex>();
        services.AddSingleton<PlacingCandidates>();
        services.AddHostedService(provider => provider.GetRequiredService<PlacingCandidates>());
        services.AddSingleton<ShownPhotos>();
        services.AddSingleton<StaffCandidateQueries>();
        services.AddSingleton<MergeQueries>();
        services.AddSingleton<InvitationQueries>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<UnansweredInvitations>();
        services.AddSingleton<CandidateMove>();
        services.AddSingleton<ReportQueries>();
        services.AddSingleton<TipStore>();
        services.AddSingleton<TipQueries>();
        services.AddSingleton<TipListQueries>();
        services.AddSingleton<TipMove>();
        services.AddSingleton<SimilarityCopy>();
        services.AddSingleton<SimilarQueries>();
        services.AddSingleton<UnitAliasQueries>();
        services.AddSingleton<SavedReplyQueries>();
        services.AddSingleton<TipFigures>();
        services.AddSingleton<TipGroupQueries>();
        services.AddSingleton<TipGrouping>();
        services.AddHostedService<GroupingTips>();
        services.AddWeChat(WeChatStandIn.AddressOf);
        services.AddSimulatedWeChat();
        services.AddSingleton<MessageCredits>();
        services.AddSingleton<MessageSending>();
        services.AddSingleton<MessageSender>();
        services.AddHostedService<MessageDelivery>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<ReminderMails>();
        services.AddHostedService<MailDelivery>();
        services.AddSingleton<MediaFolder>();
        services.AddSingleton<MediaStore>(provider =>
            provider.GetRequiredService<IOptions<MediaOptions>>().Value.Store == MediaPlace.S3
                ? ActivatorUtilities.CreateInstance<S3Media>(provider)
                : ActivatorUtilities.CreateInstance<DiskMedia>(provider)
        );
        services.AddSingleton<Pictures>();
        services.AddSingleton<SealedFile>();
        services.AddSingleton<PhotoStore>();
        services.AddSingleton<PhotoQueries>();
        services.AddSingleton<PhotoDeskQueries>();
        services.AddSingleton<PhotoAddresses>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileQueries>();
        services.AddSingleton<OrphanedUploads>();
        services.AddSingleton<ContentCheckStore>();
        services.AddSingleton<ContentCheckBell>();
        services.AddHostedService<ContentChecking>();
    }

    private static void Checked<TOptions>(WebApplicationBuilder builder, string section)
        where TOptions : class
    {
        builder.Services.AddSingleton<IValidateOptions<TOptions>, SettingsCheck<TOptions>>();
        builder.Services.AddOptions<TOptions>().Bind(builder.Configuration.GetSection(section)).ValidateOnStart();
    }
}
