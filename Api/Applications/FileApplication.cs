using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class FileApplication
{
    public sealed record Request : FiledForm
    {
        public required Channel Channel { get; init; }
    }

    /// <summary>代为提交申报：单位推荐、社团推荐，或为没有微信的师傅录入个人自荐</summary>
    /// <remarks>
    /// Checked whole and submitted at once. The worker's consent is on signed paper: an organization's counts once a tip reviewer confirms it,
    /// that which a tip reviewer enters counts at once.
    /// </remarks>
    public static async Task<Results<Created<ApplicationStatus>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        ApplicationStore applications,
        CancellationToken cancellationToken
    )
    {
        if (
            FilingRules
                .File(request.Channel, staff.Staff.Roles, staff.Staff.OrganizationKind)
                .IsRefused(out var refusal)
        )
        {
            return Problems.From(refusal);
        }

        var filer = request.Channel == Channel.Self ? Filer.Staff(staff.Staff) : Filer.Organization(staff.Staff);
        if (request.ToContent().IsRefused(out refusal, out var sent))
        {
            return Problems.From(refusal);
        }

        if (FilingRules.Endorsed(sent, filer.OrganizationId).IsRefused(out refusal, out var content))
        {
            return Problems.From(refusal);
        }

        if (request.Channel == Channel.Self && !staff.WorksIn(content.District))
        {
            return Problems.From(Domain.Tips.TipRefusals.DistrictNotYours);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var filed = await db.Write<WrittenApplication>(
            async work =>
            {
                var opened = await applications.OpenDraft(
                    work,
                    campaign.Id,
                    request.Channel,
                    filer,
                    content,
                    staff.Now
                );
                if (opened.IsRefused(out var no, out var id))
                {
                    return no;
                }

                var submitted = await applications.Submit(work, campaign, filer, id, 1, staff.Now);
                if (!submitted.IsRefused(out _))
                {
                    await AuditLog.Record(
                        work,
                        staff.Id,
                        "application.filed",
                        "application",
                        id,
                        staff.Now,
                        new { channel = request.Channel.ToString() }
                    );
                }

                return submitted;
            },
            cancellationToken
        );
        return filed.IsRefused(out refusal, out var written)
            ? Problems.From(refusal)
            : TypedResults.Created($"/admin/v1/applications/{written.Id}", ApplicationStatus.For(written));
    }
}
