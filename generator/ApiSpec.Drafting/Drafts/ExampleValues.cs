using System.Globalization;
using ApiSpec.Drafting.Samples;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Compares the rows of a body with the values of its example: null, numbers that need more bits, and members that it leaves out.</summary>
internal sealed class ExampleValues
{
    private const int Deepest = 24;

    private readonly IReadOnlyDictionary<string, DraftRow> _types;

    // Whether all values of a row have the form of its narrower type.
    private readonly Dictionary<DraftRow, bool> _narrow = [];

    private ExampleValues(IReadOnlyDictionary<string, DraftRow> types) => _types = types;

    /// <summary>Applies an example to the rows of a body.</summary>
    /// <param name="rows">The rows, under a row for the body.</param>
    /// <param name="example">The body of the example.</param>
    public static void Apply(DraftRow rows, JsonText example) => new ExampleValues(new Dictionary<string, DraftRow>()).ApplyRoot(rows, example);

    /// <summary>Applies an example to the rows of a type, and of the types of its members.</summary>
    /// <param name="type">The type of the body.</param>
    /// <param name="example">The body of the example.</param>
    /// <param name="types">The types that the page describes.</param>
    public static void Apply(string type, JsonText example, IReadOnlyDictionary<string, DraftRow> types)
    {
        if (types.TryGetValue(type.TrimEnd('[', ']'), out var rows))
            new ExampleValues(types).ApplyRoot(rows, example);
    }

    // A type is only narrower if each value in the example has its form.
    private void ApplyRoot(DraftRow rows, JsonText example)
    {
        ApplyAll(rows, example, 0);
        foreach (var row in _narrow.Where(static row => row.Value).Select(static row => row.Key))
        {
            row.Type = row.Type == "string" ? "date-time" : "long";
            row.Doubt(Mark.FromExample);
        }
    }

    private void ApplyAll(DraftRow rows, JsonText example, int depth)
    {
        if (depth > Deepest)
            return;
        foreach (var item in example.Kind == JsonTextKind.Array ? example.Items : [example])
        {
            if (item.Kind == JsonTextKind.Array)
                ApplyAll(rows, item, depth + 1);
            else if (item.Kind == JsonTextKind.Object)
                ApplyMembers(rows, item, depth);
        }
    }

    private void ApplyMembers(DraftRow rows, JsonText example, int depth)
    {
        foreach (var row in rows.Children)
        {
            if (example.Members.Where(member => member.Name == row.Name).Select(static member => member.Value).FirstOrDefault() is { } value)
                ApplyValue(row, value, depth);
            else if (row.HasDefaultPresence && !row.IsOptional && !row.IsPresenceUnknown && !example.IsElided)
                (row.IsOptional, row.Mark) = (true, row.Mark.And(Mark.FromExample));
        }
    }

    private void ApplyValue(DraftRow row, JsonText value, int depth)
    {
        if (value.Kind == JsonTextKind.Null && !row.IsNullable)
        {
            row.IsNullable = true;
            row.Doubt(Mark.FromExample);
        }

        if (SaysNoType(row))
            Complete(row, value);
        else if (Contradiction(row, value) is { } other)
            row.Doubt(Mark.Check("the example has " + other));
        foreach (var item in value.Kind == JsonTextKind.Array ? value.Items : [value])
        {
            if (FormOf(row, item) is { } isNarrow)
                _narrow[row] = isNarrow && _narrow.GetValueOrDefault(row, true);
            if (row.Type == "int" && item.Kind == JsonTextKind.Number
                && long.TryParse(item.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && SampleRows.NeedsLong(number))
            {
                row.Type = "long";
                row.Doubt(Mark.FromExample);
            }
        }

        if (row.HasChildren)
            ApplyAll(row, value, depth + 1);
        else if (row.Type is { } type && _types.TryGetValue(type, out var rows))
            ApplyAll(rows, value, depth + 1);
    }

    // What the example has instead of the type of the table; null: it agrees, or does not show it.
    private static string? Contradiction(DraftRow row, JsonText value)
    {
        if (value.Kind is JsonTextKind.Null or JsonTextKind.Elided || value.IsElided || row.Constant is not null || row.Type is "any" or TypeParser.Unknown
            || row.Type?.Contains(" as ", StringComparison.Ordinal) == true)
            return null;
        if (row.Lists > 0)
            return value.Kind == JsonTextKind.Array ? null : "no list";
        return (row.HasChildren ? "object" : row.Type, value.Kind) switch
        {
            (_, JsonTextKind.Array) => "a list",
            ("object", not JsonTextKind.Object) => "no object",
            ("object", _) => null,
            ("int" or "long" or "double" or "decimal" or "boolean", JsonTextKind.String) => "a string",
            (not ("boolean" or null), JsonTextKind.True or JsonTextKind.False) when IsScalar(row.Type) => "a boolean",
            ("string" or "url" or "uuid" or "date" or "date-time" or "bytes" or "boolean", JsonTextKind.Number) => "a number",
            (_, JsonTextKind.Object) when IsScalar(row.Type) => "an object",
            _ => null,
        };
    }

    private static bool IsScalar(string? type)
        => type is "int" or "long" or "double" or "decimal" or "string" or "url" or "uuid" or "date" or "date-time" or "bytes" or "boolean";

    // 'array' in the table does not say of what.
    private static bool SaysNoType(DraftRow row)
        => row is { HasChildren: false, Range: null, Constant: null } and ({ Type: TypeParser.Unknown, Lists: 0 } or { Type: "any", Lists: 1 });

    // The example shows what the table does not say.
    private static void Complete(DraftRow row, JsonText value)
    {
        if (value.Kind is JsonTextKind.Null or JsonTextKind.Elided || value.IsElided
            || (row.Lists > 0 && (value.Kind != JsonTextKind.Array
                || value.Items.All(static item => item.Kind is JsonTextKind.Null or JsonTextKind.Elided)))
            || SampleRows.Of(new JsonSample(value, "", [], IsCutOff: false), null) is not { } shown || shown.Type is TypeParser.Unknown)
            return;
        (row.Type, row.Lists) = (shown.HasChildren ? null : shown.Type, shown.Lists);
        row.Children.AddRange(shown.Children);
        row.IsCutOff = shown.IsCutOff;
        row.Doubt(Mark.FromExample);
        row.DoubtMembers(Mark.FromExample);
    }

    // Whether a value shows that 'string' is a time, or 'number' a whole number; null: it does not show it.
    private static bool? FormOf(DraftRow row, JsonText value) => row switch
    {
        { Type: "string", Range: null, Constant: null, HasChildren: false } when value is { Kind: JsonTextKind.String, IsElided: false }
            => SampleRows.IsMoment(value.Text),
        { Type: "double", IsAnyNumber: true } when value.Kind == JsonTextKind.Number
            => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => null,
    };
}
