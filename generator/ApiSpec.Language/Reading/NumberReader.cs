using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads <c>number:</c> of a union: how often each of them occurs in a list.</summary>
internal static class NumberReader
{
    public static EquatableArray<AlternativeNumber> Read(ReadingContext context, MappingReader keys, TypeReference? type)
    {
        if (keys.Find("number") is not { } entry || entry.Value.IsBroken)
            return [];
        if (type is not { Kind: TypeKind.Union })
        {
            context.Report(SpecRules.NumberWithoutAlternatives, entry.Key);
            return [];
        }

        if (entry.Value is not YamlMapping mapping)
        {
            context.Report(
                SpecRules.WrongShape, entry.Key, "number", "a mapping such as '{ Schedule: 1, PropertyValue: 0 to n }'", ReadingContext.Describe(entry.Value));
            return [];
        }

        var known = type.Arguments.Select(static alternative => alternative.Name ?? TypeParser.NameOf(alternative.Kind)).ToList();
        var numbers = new List<AlternativeNumber>();
        foreach (var alternative in mapping.Entries)
        {
            if (!known.Contains(alternative.Name))
                context.Report(SpecRules.WrongWord, alternative.Key, alternative.Name, string.Join(", ", known), context.Hint(alternative.Name, known));
            else if (keys.RequireScalar(alternative.Value, alternative.Name, alternative.Key) is { } scalar)
                numbers.AddRange(Parse(context, alternative.Name, scalar));
        }

        return numbers.ToEquatableArray();
    }

    private static IEnumerable<AlternativeNumber> Parse(ReadingContext context, string name, YamlScalar scalar)
    {
        var words = scalar.Value.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var isRange = words.Length == 3 && words[1] == "to";
        if ((words.Length == 1 || isRange) && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minimum))
        {
            if (!isRange)
                return [new AlternativeNumber(name, minimum, minimum)];
            if (words[2] == "n")
                return [new AlternativeNumber(name, minimum, null)];
            if (int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var maximum) && maximum >= minimum)
                return [new AlternativeNumber(name, minimum, maximum)];
        }

        context.Report(SpecRules.InvalidNumber, scalar, scalar.Value);
        return [];
    }
}
