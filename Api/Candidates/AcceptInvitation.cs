using Craftsman.Api.ContentChecks;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class AcceptInvitation
{
    /// <param name="PolicyVersion">The text that was read, as the invitation named it.</param>
    public sealed record Request(
        [property: Needed, Line(20)] string PolicyVersion,
        [property: Needed] bool? ShowPhoto,
        [property: Needed] bool? ShowWorkUnit,
        CorrectionsPart? Corrections
    );

    /// <summary>What the worker puts right; leave out what is right.</summary>
    public sealed record CorrectionsPart(
        [property: Line(40)] string? Name,
        [property: Line(100)] string? WorkUnit,
        [property: Line(100)] string? Workplace,
        [property: Line(32)] string? Trade,
        [property: Line(6)] string? District
    );

    public sealed record Response(Guid CandidateId, Guid ApplicationId);

    /// <summary>接受邀请</summary>
    /// <remarks>
    /// Of many answers the first is heard. It counts at once when the citizen's bound phone is the contact on record, else it waits until
    /// staff have checked that the worker gave it; the draft of the application is ready at once. The same citizen hears the same answer
    /// again.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string code,
        Request request,
        CitizenCaller citizen,
        CampaignQueries campaigns,
        InvitationStore invitations,
        CitizenWrites writes,
        ContentCheckBell bell,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var codeHash = SecretCode.HashOf(InvitationCode.Normalize(code));
        var corrections = request.Corrections is not { } part
            ? null
            : new Corrections(part.Name, part.WorkUnit, part.Workplace, part.Trade, part.District);
        var accepted = await citizen.Once(
            writes,
            request,
            async Task<Decision<AcceptedInvitation>> (work, live) =>
            {
                if (
                    await InvitationStore.LockByCode(work, codeHash) is not { } opened
                    || opened.Candidate.CampaignId != campaign.Id
                )
                {
                    return RequestRefusals.NotFound;
                }

                var decision = InvitationRules.Accept(
                    opened.Invitation,
                    opened.Candidate,
                    live.Id,
                    await Tipsters.Include(work, opened.Candidate.RootId, live.Id),
                    request.PolicyVersion,
                    corrections,
                    campaign,
                    citizen.Now
                );
                if (decision.IsRefused(out var no, out var given))
                {
                    return no;
                }

                return given == AnswerGiven.Before
                    ? await invitations.AcceptedBefore(work, opened, live.Id, citizen.Now)
                    : await invitations.Accept(
                        work,
                        opened,
                        live.Id,
                        new GivenConsent(request.PolicyVersion, request.ShowPhoto!.Value, request.ShowWorkUnit!.Value),
                        corrections,
                        citizen.Now
                    );
            },
            cancellationToken
        );
        if (accepted.IsRefused(out var refusal, out var acceptance))
        {
            return Problems.From(refusal);
        }

        bell.Ring(acceptance.CandidateId);
        return TypedResults.Ok(new Response(acceptance.CandidateId, acceptance.ApplicationId));
    }
}
