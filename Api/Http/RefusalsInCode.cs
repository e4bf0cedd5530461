using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Api.Http;

/// <summary>
/// Which refusals an action can end in: those named in its compiled code and in the code of ours that it calls, so that no list can fall
/// behind. It sees what may be called and not under which conditions: <see cref="ProblemCodes"/> knows what an action never meets.
/// </summary>
internal static partial class RefusalsInCode
{
    private const BindingFlags Declared =
        BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Ours =
    [
        typeof(Refusal).Assembly,
        typeof(Db).Assembly,
        typeof(Problems).Assembly,
    ];

    /// <summary>What <see cref="ProblemSetup"/> answers when these are thrown.</summary>
    private static readonly Dictionary<Type, Refusal> Thrown = new()
    {
        [typeof(NoCampaignException)] = CampaignRefusals.NoneCurrent,
        [typeof(MediaUnavailableException)] = MediaRefusals.MediaUnavailable,
    };

    private static readonly Dictionary<ushort, OpCode> OpCodeOf = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    private static readonly Lazy<ILookup<MethodBase, MethodBase>> Overrides = new(FindOverrides);

    /// <returns>By code. A title that depends on the case is empty.</returns>
    public static SortedDictionary<string, Refusal> Of(MethodInfo action)
    {
        var found = new SortedDictionary<string, Refusal>(StringComparer.Ordinal);
        var seen = new HashSet<MethodBase>();
        var open = new Stack<MethodBase>([action]);
        while (open.TryPop(out var method))
        {
            if (!seen.Add(method))
            {
                continue;
            }

            foreach (var next in Overrides.Value[method].Concat(StepsOf(method)).Concat(WhoEmpties(method)))
            {
                open.Push(next);
            }

            var instructions = InstructionsOf(method);
            foreach (var refusal in NamedIn(instructions).Concat(method is ConstructorInfo ? [] : MadeIn(instructions)))
            {
                found.TryAdd(refusal.Code, refusal);
            }

            foreach (var called in CalledIn(instructions))
            {
                open.Push(called);
            }
        }

        return found;
    }

    private static IEnumerable<Refusal> NamedIn(List<Instruction> instructions)
    {
        foreach (var (code, operand) in instructions)
        {
            if (code == OpCodes.Ldsfld && operand is FieldInfo field && field.FieldType == typeof(Refusal))
            {
                yield return (Refusal)field.GetValue(null)!;
            }
            else if (
                code == OpCodes.Newobj
                && operand is ConstructorInfo { DeclaringType: { } thrown }
                && Thrown.TryGetValue(thrown, out var answered)
            )
            {
                yield return answered;
            }
            else if (
                operand is MethodInfo { Name: nameof(TypedResults.Challenge) } challenge
                && challenge.DeclaringType == typeof(TypedResults)
            )
            {
                yield return IdentityRefusals.TokenMissing;
                yield return IdentityRefusals.TokenInvalid;
                yield return IdentityRefusals.TokenExpired;
            }
        }
    }

    /// <summary>A method that makes a refusal says its kind, then its code, then its title.</summary>
    private static IEnumerable<Refusal> MadeIn(List<Instruction> instructions)
    {
        if (!instructions.Any(each => each.Operand is ConstructorInfo made && made.DeclaringType == typeof(Refusal)))
        {
            yield break;
        }

        for (var at = 1; at < instructions.Count - 1; at++)
        {
            if (
                instructions[at].Operand is string code
                && Code().IsMatch(code)
                && NumberIn(instructions[at - 1]) is { } kind
                && Enum.IsDefined((RefusalKind)kind)
            )
            {
                yield return new Refusal((RefusalKind)kind, code, instructions[at + 1].Operand as string ?? "");
            }
        }
    }

    private static IEnumerable<MethodBase> CalledIn(List<Instruction> instructions)
    {
        foreach (var (code, operand) in instructions)
        {
            switch (operand)
            {
                case MethodBase { DeclaringType: { } type } method when Ours.Contains(type.Assembly):
                    yield return method.Module.ResolveMethod(method.MetadataToken)!;
                    break;
                // A table of rules: what it holds is called through it.
                case FieldInfo { DeclaringType: { } type } field
                    when field.FieldType != typeof(Refusal)
                        && code == OpCodes.Ldsfld
                        && Ours.Contains(type.Assembly)
                        && type.TypeInitializer is { } initializer:
                    yield return initializer;
                    break;
            }
        }
    }

    private static MethodInfo[] StepsOf(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType.GetMethods(Declared) ?? [];

    /// <summary>What is put into a queue is answered by the loop that empties it.</summary>
    private static IEnumerable<MethodBase> WhoEmpties(MethodBase method) =>
        method.DeclaringType is { } type && type.IsSubclassOf(typeof(BackgroundService))
            ? type.GetMethods(Declared).Where(each => each.Name == "ExecuteAsync")
            : [];

    /// <summary>Of each method of ours that others may take the place of: these others.</summary>
    private static ILookup<MethodBase, MethodBase> FindOverrides()
    {
        var types = Ours.SelectMany(project => project.GetTypes()).ToList();
        var inherited = types
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => method.IsVirtual && method.GetBaseDefinition() != method)
            .Select(method => (Base: (MethodBase)method.GetBaseDefinition(), Instead: (MethodBase)method));
        var implemented =
            from type in types
            where !type.IsInterface && !type.IsGenericTypeDefinition
            from contract in type.GetInterfaces()
            where Ours.Contains(contract.Assembly) && !contract.IsGenericType
            let map = type.GetInterfaceMap(contract)
            from pair in map.InterfaceMethods.Zip(map.TargetMethods)
            select (Base: (MethodBase)pair.First, Instead: (MethodBase)pair.Second);
        return inherited.Concat(implemented).ToLookup(pair => pair.Base, pair => pair.Instead);
    }

    private static List<Instruction> InstructionsOf(MethodBase method)
    {
        var instructions = new List<Instruction>();
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } bytes)
        {
            return instructions;
        }

        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < bytes.Length; )
        {
            ushort value = bytes[at++];
            if (value == 0xFE)
            {
                value = (ushort)((value << 8) | bytes[at++]);
            }

            var code = OpCodeOf[value];
            var rest = bytes.AsSpan(at);
            object? operand = null;
            switch (code.OperandType)
            {
                case OperandType.InlineMethod:
                case OperandType.InlineField:
                case OperandType.InlineTok:
                    operand = method.Module.ResolveMember(
                        BinaryPrimitives.ReadInt32LittleEndian(rest),
                        ofType,
                        ofMethod
                    );
                    break;
                case OperandType.InlineString:
                    operand = method.Module.ResolveString(BinaryPrimitives.ReadInt32LittleEndian(rest));
                    break;
                case OperandType.InlineI:
                    operand = BinaryPrimitives.ReadInt32LittleEndian(rest);
                    break;
                case OperandType.ShortInlineI:
                    operand = (int)(sbyte)rest[0];
                    break;
            }

            instructions.Add(new Instruction(code, operand));
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest)),
                _ => 4,
            };
        }

        return instructions;
    }

    /// <summary>The number that an instruction loads; the small ones stand in the instruction itself.</summary>
    private static int? NumberIn(Instruction instruction) =>
        instruction.Code.Value is var code && code >= OpCodes.Ldc_I4_0.Value && code <= OpCodes.Ldc_I4_8.Value
            ? code - OpCodes.Ldc_I4_0.Value
            : instruction.Operand as int?;

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    private readonly record struct Instruction(OpCode Code, object? Operand);
}
