using System.ComponentModel.DataAnnotations;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips.Similarity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class AddUnitAlias
{
    /// <param name="Unit">单位名称</param>
    /// <param name="Alias">同一单位的简称、旧名或别的写法</param>
    public sealed record Request([property: Needed, Line(100)] string Unit, [property: Needed, Line(100)] string Alias)
        : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            foreach (var (field, name) in new[] { (nameof(Unit), Unit), (nameof(Alias), Alias) })
            {
                if (UnitAliases.KeyOf(name).Length < 2)
                {
                    yield return new ValidationResult("请填写单位的名称，至少两个字。", [field]);
                }
            }
        }
    }

    public sealed record Response(Guid Id);

    /// <summary>确认一个单位别名</summary>
    /// <remarks>From then on tips that write the unit by either name are compared as tips of one unit. Nothing is learned from verifying a tip.</remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        Db db,
        SimilarityCopy copy,
        CancellationToken cancellationToken
    )
    {
        var added = await db.Write<Guid>(
            work => UnitAliasStore.TryAdd(work, request.Unit.Trim(), request.Alias.Trim(), staff.Id, staff.Now),
            cancellationToken
        );
        if (added.IsRefused(out var refusal, out var id))
        {
            return Problems.From(refusal);
        }

        copy.Forget();
        return TypedResults.Created((string?)null, new Response(id));
    }
}
