using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Craftsman.Api.Applications;
using Craftsman.Api.Approvals;
using Craftsman.Api.Candidates;
using Craftsman.Api.Honours;
using Craftsman.Api.Identity;
using Craftsman.Api.Meetings;
using Craftsman.Api.PublicNotices;
using Craftsman.Api.Review;
using Craftsman.Api.Tips;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Craftsman.Api.Http;

/// <summary>
/// Every code an operation can answer: what stands on its way to the handler, and what the handler's own code can refuse. The tests hold
/// each answer they get against it.
/// </summary>
internal static class ProblemCodes
{
    /// <summary>What one rule asks of some moves only: <c>CaseRules</c>, <c>QualificationReview</c> and <c>ScreeningRules</c> decide it by the move.</summary>
    private static readonly Dictionary<string, string[]> OnlyOf = new()
    {
        ["application-content-undecided"] = [nameof(PassCase)],
        ["screening-incomplete"] = [nameof(PassCase)],
        ["checklist-incomplete"] = [nameof(PassCase)],
        ["checklist-not-met"] = [nameof(PassCase)],
        ["not-eligible"] =
        [
            nameof(PassCase),
            nameof(SubmitApplication),
            nameof(SubmitFiledApplication),
            nameof(FileApplication),
        ],
        ["screening-out-of-order"] = [nameof(ScreenCase)],
        ["municipal-reviewer-needed"] = [nameof(PassCase), nameof(RejectCase)],
        ["notice-not-over"] = [nameof(EndNotice)],
        ["notice-not-published"] = [nameof(EndNotice)],
        ["objection-open"] = [nameof(EndNotice)],
        ["case-already-decided"] = [nameof(DecideCase)],
        ["no-place-left"] = [nameof(DecideCase)],
        ["case-not-decided"] = [nameof(RecogniseCase)],
        ["meeting-begun"] = [nameof(ChangeMeeting), nameof(OpenMeeting)],
        // A job alone lets supplements lapse.
        ["supplement-not-overdue"] = [],
        // Told of a case inside notice-cases-refused.
        ["case-not-shortlisted"] = [],
        // Told of a tip inside the results of tips/bulk.
        ["tip-named-twice"] = [],
    };

    private static readonly string[] MovesOfCases = ["candidate-merged", "case-closed", "stage-not-allowed"];

    /// <summary>What an operation's code names and it never ends in.</summary>
    private static readonly Dictionary<string, string[]> NotOf = new()
    {
        // What cannot be withdrawn any more stays, and is told among what is kept.
        [nameof(DeleteAccount)] =
        [
            .. MovesOfCases,
            "application-not-submitted",
            "application-withdrawn",
            "not-found",
            "tip-settled",
            "version-stale",
        ],
        // A case that has ended keeps nobody from taking back their consent.
        [nameof(WithdrawConsent) + nameof(WithdrawConsent.OfCitizen)] =
        [
            .. MovesOfCases,
            "application-not-submitted",
            "application-withdrawn",
            "version-stale",
        ],
        [nameof(WithdrawConsent) + nameof(WithdrawConsent.OfStaff)] = [.. MovesOfCases, "version-stale"],
        // Withdrawing is the applicant's word, which no merge takes from them.
        [nameof(WithdrawApplication)] = ["candidate-merged"],
        [nameof(WithdrawFiledApplication)] = ["candidate-merged"],
        // Organizations alone recommend once.
        [nameof(SubmitApplication)] = ["already-recommended"],
        // Each tip has a result of its own.
        [nameof(BulkTips)] =
        [
            "not-found",
            "tip-claimed-by-another",
            "tip-entered-by-you",
            "tip-not-claimed",
            "tip-settled",
            "version-stale",
        ],
        // Each case is told of inside notice-cases-refused.
        [nameof(OpenPublicNotice)] = MovesOfCases,
        // What is refused moves nothing.
        [nameof(Refuse)] = MovesOfCases,
        [nameof(DecideOffer) + nameof(DecideOffer.Refuse)] = ["offer-content-undecided"],
        [nameof(AnswerOfferRequest) + nameof(AnswerOfferRequest.Decline)] = ["offer-closed", "offer-full"],
        // The draft was made a moment before, in the same transaction.
        [nameof(FileApplication)] = ["application-submitted", "application-withdrawn", "not-found", "version-stale"],
        // Before the meeting opens, or at any time.
        [nameof(ChangeMeeting)] = ["meeting-not-open"],
        [nameof(OpenMeeting)] = ["meeting-not-open"],
        [nameof(RecordOpinion)] = ["meeting-not-open"],
    };

    /// <param name="operation">Its operationId.</param>
    public static IEnumerable<Refusal> Of(
        string operation,
        ApiDescription description,
        MethodInfo handler,
        bool isStaff,
        bool isLimited
    )
    {
        var named = RefusalsInCode
            .Of(handler)
            .Values.Where(refusal =>
                OnlyOf.GetValueOrDefault(refusal.Code)?.Contains(operation) != false
                && NotOf.GetValueOrDefault(operation)?.Contains(refusal.Code) != true
            );
        return OnTheWay(description, handler, isStaff, isLimited).Concat(named).DistinctBy(refusal => refusal.Code);
    }

    private static IEnumerable<Refusal> OnTheWay(
        ApiDescription description,
        MethodInfo handler,
        bool isStaff,
        bool isLimited
    )
    {
        yield return RequestRefusals.DatabaseUnavailable;
        yield return TransportRefusals.Failure;

        var metadata = description.ActionDescriptor.EndpointMetadata;
        if (NeedsLogin(metadata))
        {
            yield return IdentityRefusals.TokenMissing;
            yield return IdentityRefusals.TokenInvalid;
            yield return IdentityRefusals.TokenExpired;
            if (isStaff)
            {
                yield return IdentityRefusals.SessionEnded;
            }

            if (
                metadata
                    .OfType<IAuthorizeData>()
                    .Any(data => data.Policy is not (null or AccessTokens.StaffScheme or AccessTokens.CitizenScheme))
            )
            {
                yield return IdentityRefusals.RoleMissing;
            }
        }

        if (isLimited)
        {
            yield return TransportRefusals.TooManyRequests;
        }

        if (description.HttpMethod is not "GET")
        {
            yield return TransportRefusals.BodyTooLarge;
        }

        if (description.SupportedRequestFormats.Count > 0)
        {
            yield return TransportRefusals.MediaTypeUnsupported;
        }

        foreach (var parameter in description.ParameterDescriptions)
        {
            if (parameter.Source == BindingSource.Body)
            {
                yield return TransportRefusals.JsonInvalid;
                if (IsChecked(parameter.Type, []))
                {
                    yield return RequestRefusals.Malformed;
                }
            }
            else if (
                parameter.Source == BindingSource.Path
                && parameter.Type != typeof(OpaqueId)
                && parameter.Type != typeof(string)
            )
            {
                yield return RequestRefusals.NotFound;
            }
            else if (
                parameter.Source == BindingSource.Query
                && (parameter.Type != typeof(string) || IsChecked(handler, parameter.Name))
            )
            {
                yield return RequestRefusals.Malformed;
            }
        }
    }

    /// <summary>Whether an operation is for those alone who logged in.</summary>
    public static bool NeedsLogin(IList<object> metadata) =>
        metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();

    private static bool IsChecked(MethodInfo handler, string parameter) =>
        handler
            .GetParameters()
            .Any(each => each.Name == parameter && each.GetCustomAttributes<ValidationAttribute>().Any());

    /// <summary>Whether something of the body is judged before the handler is asked.</summary>
    private static bool IsChecked(Type type, HashSet<Type> seen) =>
        seen.Add(type)
        && (
            type.IsAssignableTo(typeof(IValidatableObject))
            || type.GetGenericArguments().Any(part => IsChecked(part, seen))
            || type.Assembly == typeof(ProblemCodes).Assembly
                && type.GetProperties()
                    .Any(property =>
                        property.GetCustomAttributes<ValidationAttribute>().Any()
                        || IsChecked(property.PropertyType, seen)
                    )
        );
}
