using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class RecordPaperConsent
{
    private const string FileField = "paper.fileId";

    /// <param name="ShowPhoto">纸质同意书上是否同意展示照片</param>
    /// <param name="ShowWorkUnit">纸质同意书上是否同意展示工作单位</param>
    /// <param name="PolicyVersion">同意书所附隐私政策的版本</param>
    public sealed record Request(
        [property: Needed] Paper Paper,
        [property: Needed] bool? ShowPhoto,
        [property: Needed] bool? ShowWorkUnit,
        [property: Needed, Line(20)] string PolicyVersion
    );

    /// <param name="FileId">自己上传的扫描件</param>
    /// <param name="Date">签字日期</param>
    /// <param name="IdentityCheck">如何核实签字人是本人</param>
    public sealed record Paper(
        [property: Needed, Line(64)] string FileId,
        [property: Needed] DateOnly? Date,
        [property: Needed, Prose(500)] string IdentityCheck
    );

    /// <summary>登记本人签字的纸质同意书</summary>
    /// <remarks>
    /// Counts at once when a tip reviewer records it. What an organization brings, for a worker of its own, counts once a tip reviewer
    /// confirms it.
    /// </remarks>
    public static async Task<Results<Created<RecordedConsent>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        CampaignQueries campaigns,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var counts = caller.Has(StaffRole.TipReviewer);
        var paper = new SignedPaper(
            request.Paper.Date!.Value,
            request.Paper.IdentityCheck.Trim(),
            new GivenConsent(request.PolicyVersion, request.ShowPhoto!.Value, request.ShowWorkUnit!.Value)
        );
        var recorded = await move.Make<RecordedConsent>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                if (!counts && !await PaperConsentStore.Employs(work, caller.Staff.OrganizationId, candidate))
                {
                    return RequestRefusals.NotFound;
                }

                var hasConsent = await CandidateStore.HasConsent(work, candidate.Id);
                if (
                    CandidateRules
                        .RecordPaper(
                            candidate,
                            hasConsent,
                            paper.SignedOn,
                            paper.Consent.PolicyVersion,
                            campaign,
                            ChinaDay.Of(caller.Now)
                        )
                        .IsRefused(out var no)
                )
                {
                    return no;
                }

                var consent = await PaperConsentStore.Record(work, candidate, paper, counts, caller.Id, caller.Now);
                return await FileStore.GiveToConsent(
                    work,
                    caller.Id,
                    consent.ConsentId,
                    UploadId.Of(request.Paper.FileId)
                )
                    ? consent
                    : MediaRefusals.NotYourUpload(FileField);
            },
            cancellationToken
        );
        return recorded.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, response);
    }
}
