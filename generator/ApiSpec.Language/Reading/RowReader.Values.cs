using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

// The values of enums, listed under a row in long form.
internal sealed partial class RowReader
{
    /// <summary>The keys of an enum value that has more than a description.</summary>
    public static readonly string[] ValueKeys = ["description", "deprecated", "csharp"];

    /// <summary>Inserts the values of <c>values:</c> into the enum in the type.</summary>
    public TypeReference WithValues(TypeReference type, YamlEntry entry, MappingReader keys, bool isTypeRead)
    {
        var (values, isOpen) = ReadEnumValues(entry, keys);
        if (!isTypeRead)
            return type;
        if (FindEmptyEnum(type, withOpen: true) is not null)
            return Fill(type, values, isOpen);
        if (NumbersIn(type).ToList() is { Count: > 0 } numbers)
        {
            CheckNumbers(numbers, values, entry, keys);
            return WithNumbers(type, values);
        }

        context.Report(SpecRules.Contradiction, entry.Key, "'values'", "a type other than 'enum', 'int' and 'long'");
        return type;
    }

    // A number that is not listed is as valid as the others, so the values are only names.
    private void CheckNumbers(List<TypeReference> numbers, EquatableArray<EnumValue> values, YamlEntry entry, MappingReader keys)
    {
        foreach (var value in values)
        {
            var printed = PrintedNumber.InJson(value.Value);
            if (numbers.Select(number => ValueText.Mismatch(number, printed)).FirstOrDefault(static found => found is not null) is not { } mismatch)
                continue;
            var key = entry.Value is YamlMapping mapping ? mapping.Find(value.Value)?.Key : null;
            context.Report(SpecRules.WrongConstant, context.Text.SpanOf(key ?? entry.Value), value.Value, mismatch);
        }

        if (numbers.Exists(static number => number.IsSum))
            CheckFlags(values, entry);
    }

    // A combination can have a name as well, such as '7: All'.
    private void CheckFlags(EquatableArray<EnumValue> values, YamlEntry entry)
    {
        var flags = 0L;
        var numbers = values.Select(static value => (Text: value.Value, Number: PrintedNumber.Whole(value.Value)))
            .Where(static value => value.Number is not null).ToList();
        foreach (var (_, number) in numbers.Where(static value => IsFlag(value.Number!.Value)))
            flags |= number!.Value;
        foreach (var (text, number) in numbers)
        {
            if (number >= 0 && (number & ~flags) == 0)
                continue;
            var key = entry.Value is YamlMapping mapping ? mapping.Find(text)?.Key : null;
            context.Report(
                SpecRules.WrongConstant, context.Text.SpanOf(key ?? entry.Value), text,
                "a value of a sum is a power of two, such as 1, 2 or 4, or a sum of these");
        }
    }

    private static bool IsFlag(long number) => number > 0 && (number & (number - 1)) == 0;

    private static IEnumerable<TypeReference> NumbersIn(TypeReference type)
        => type.Kind is TypeKind.Int or TypeKind.Long ? [type] : type.Arguments.SelectMany(NumbersIn);

    private static TypeReference WithNumbers(TypeReference type, EquatableArray<EnumValue> values)
        => type.Kind is TypeKind.Int or TypeKind.Long ? type with { Values = values }
            : type with { Arguments = type.Arguments.Select(argument => WithNumbers(argument, values)).ToEquatableArray() };

    private (EquatableArray<EnumValue> Values, bool IsOpen) ReadEnumValues(YamlEntry entry, MappingReader keys)
    {
        if (entry.Value is YamlMapping mapping)
            return ReadDescribedValues(mapping, keys);
        var pointer = keys.PointerOf("values");
        List<string> words;
        if (entry.Value is YamlScalar { IsMissing: false, IsBroken: false } scalar && scalar.Value.Contains('|'))
        {
            words = [.. scalar.Value.Split(['|'], StringSplitOptions.RemoveEmptyEntries).Select(static value => value.Trim())
                .Where(static value => value.Length > 0).Distinct(StringComparer.Ordinal)];
        }
        else
        {
            var listed = keys.Words("values");
            foreach (var word in listed)
                context.Locate(pointer + SpecLocations.Listed + word.Text, word.Span);
            words = listed.ConvertAll(static word => word.Text);
        }

        // As in the short form, the last value can say that there are more. 'unknown' alone is a value.
        var isOpen = words.Count > 0 && words[words.Count - 1] == TypeParser.Rest;
        if (isOpen)
        {
            words.RemoveAt(words.Count - 1);
            context.Open.Add(keys.Pointer, "values", context.Text.SpanOf(entry.Value));
        }

        return (words.Select(static word => new EnumValue(word, null)).ToEquatableArray(), isOpen);
    }

    private (EquatableArray<EnumValue> Values, bool IsOpen) ReadDescribedValues(YamlMapping mapping, MappingReader keys)
    {
        var pointer = keys.PointerOf("values");
        var values = new List<EnumValue>();
        var isOpen = false;
        foreach (var value in mapping.Entries)
        {
            if (value.Name == TypeParser.Rest)
            {
                isOpen = true;
                ReadRest(context, mapping, value, keys.Pointer, "values");
                continue;
            }

            context.Locate(pointer + SpecLocations.Listed + value.Name, context.Text.SpanOf(value.Key));
            // An enum value without a description is usual, because many pages only list the values.
            if (value.Value is YamlScalar { IsMissing: true })
                values.Add(new EnumValue(value.Name, null));
            else if (value.Value is YamlMapping named)
                values.Add(ReadNamedValue(value.Name, new MappingReader(context, named, pointer + "/" + value.Name)));
            else
                values.Add(new EnumValue(value.Name, keys.RequireScalar(value.Value, value.Name, value.Key)?.Value.TrimEnd('\n')));
        }

        return (values.ToEquatableArray(), isOpen);
    }

    private static EnumValue ReadNamedValue(string value, MappingReader keys)
    {
        keys.CheckKeys(ValueKeys);
        return new EnumValue(value, keys.Text("description")) { CSharpName = keys.CSharpName(), Deprecated = keys.Deprecated() };
    }

    private static TypeReference Fill(TypeReference type, EquatableArray<EnumValue> values, bool isOpen)
        => type.Kind == TypeKind.Enum && type.Values.Count == 0
            ? type with { Values = values, IsOpen = isOpen || type.IsOpen }
            : type with { Arguments = type.Arguments.Select(argument => Fill(argument, values, isOpen)).ToEquatableArray() };

    /// <summary>Returns the enum in the type that has no values and is not marked as unknown; null if there is no such enum.</summary>
    public static TypeReference? HasEnumWithoutValues(TypeReference type) => FindEmptyEnum(type, withOpen: false);

    private static TypeReference? FindEmptyEnum(TypeReference type, bool withOpen)
        => type.Kind == TypeKind.Enum && type.Values.Count == 0 && (withOpen || !type.IsOpen)
            ? type
            : type.Arguments.Select(argument => FindEmptyEnum(argument, withOpen)).FirstOrDefault(static found => found is not null);
}
