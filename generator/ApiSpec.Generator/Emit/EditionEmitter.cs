using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the editions that include an element, and the code that records its use in a request.</summary>
internal static class EditionEmitter
{
    /// <summary>The expression of the editions, or null if all editions include it.</summary>
    public static string? Editions(EditionRange editions)
    {
        if (editions == EditionRange.All)
            return null;
        var arguments = new List<string>();
        Add("since", editions.Since);
        Add("until", editions.Until);
        Add("before", editions.Before);
        Add("only", editions.Only);
        if (editions.Except.Count > 0)
            arguments.Add($"except: {ConditionEmitter.Texts(editions.Except)}");
        return $"new {ApiEditions}({string.Join(", ", arguments)})";

        void Add(string name, string? value)
        {
            if (value is not null)
                arguments.Add($"{name}: {SafeText.Literal(value)}");
        }
    }

    /// <summary>Returns whether the operation has a value that some editions do not include.</summary>
    public static bool AreNoted(GeneratedOperation operation) => Values(operation).Any();

    /// <summary>Writes the code that records given values which some editions do not include.</summary>
    public static void WriteUses(CodeWriter writer, string request, GeneratedOperation operation, bool takesQuery)
    {
        foreach (var (value, isOptional, inQuery, isFlag) in Values(operation))
        {
            if (inQuery && !takesQuery)
                continue;
            var use = $"{request}.Uses({SafeText.Literal(value.WireName)}, {Editions(value.Editions)});";
            var name = inQuery ? $"query?.{value.Name}" : value.Name;
            writer.Write(isFlag || isOptional
                ? $$"""
                    if ({{name}} {{(isFlag ? "== true" : "is not null")}})
                        {{use}}
                    """
                : use);
        }
    }

    private static IEnumerable<(OperationParameter Value, bool IsOptional, bool InQuery, bool IsFlag)> Values(GeneratedOperation operation)
    {
        foreach (var part in operation.Target)
        {
            if (part.Value is { } value && value.Editions != EditionRange.All)
                yield return (value, part.InQuery, part.InQuery, part.Kind == TargetPartKind.QueryFlag);
        }

        foreach (var header in operation.Headers)
        {
            if (header.Value is { } value && value.Editions != EditionRange.All)
                yield return (value, header.InQuery, header.InQuery, false);
        }

        foreach (var part in operation.Parts)
        {
            if (part.Constant is null && part.Parameter.Editions != EditionRange.All)
                yield return (part.Parameter, part.IsOptional, false, false);
        }
    }
}
