using System.Globalization;
using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Json;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// Writes the method that describes a type as JSON Schema. Nothing else uses its contracts, so they are not kept in fields, and a program that asks for no
/// schema can be compiled without the method.
/// </summary>
internal static class JsonSchemaEmitter
{
    // Each of these values has its own method. So the compiler looks up no contract and infers no type, which is half of its work for a member.
    private static readonly string[] PlainValues = ["String", "Boolean", "Int32", "Int64", "Double", "Decimal", "DateTimeOffset"];

    private const string Begin = $"protected override void Describe({JsonSchemaBuilder} schema)";

    public static void Write(CodeWriter writer, RecordLayout layout, TypeText types, ValueExpressions values, ContractFields contracts)
    {
        var record = layout.Record;
        writer.Write();
        writer.Open(Begin);
        writer.Write(record.IsTuple
            ? $"schema.Array({Text(record.Documentation)});"
            : $"schema.Object({Text(record.Documentation)}, keepsUnknown: {(record.KeepsUnknown ? "true" : "false")});");
        foreach (var slot in layout.Slots)
        {
            var member = slot.Member;
            var contract = ContractOf(member.Type, values, contracts);
            var plain = PlainValues.FirstOrDefault(name => contract == $"{ApiJson}.{name}");
            writer.Write(
                $"schema.{plain ?? "Member"}({SafeText.Literal(member.WireName)}, {(plain is null ? $"{contract}, " : "")}"
                + $"{(member.IsOptional ? "false" : "true")}{Described(member.Documentation, member.Type.IsQuoted)}){Traits(member, types, values)};");
        }

        foreach (var slot in layout.Patterns)
        {
            var pattern = slot.Member;
            var traits = pattern.Rule is { } rule ? Traits(rule, types, values) : NullTrait(pattern.Value);
            writer.Write($"schema.Pattern({slot.Affixes}, {ContractOf(pattern.Value, values, contracts)}{Described(pattern.Documentation)}){traits};");
        }

        writer.Close();
    }

    public static void Write(CodeWriter writer, GeneratedUnion union, ValueExpressions values, ContractFields contracts)
    {
        writer.Write();
        writer.Open(Begin);
        writer.Write($"schema.Union({Text(union.Documentation)});");
        foreach (var alternative in union.Alternatives)
            writer.Write($"schema.Alternative({contracts.Find(alternative.Type) ?? values.Contract(alternative.Type).Expression});");
        writer.Close();
    }

    /// <summary>Returns the method of an enum, as one line.</summary>
    public static string Of(GeneratedOpenEnum model)
    {
        var lines = model.Values.Select(static value => (value.Value, Meaning: EnumValue.MeaningOf(value.Description, value.Deprecated)))
            .Where(static value => value.Meaning is not null).Select(static value => $"'{value.Value}': {value.Meaning}");
        var text = string.Join("\n", new[] { TextOf(model.Documentation) }.Where(static text => text is not null).Concat(lines));
        if (model.Number is { } number)
        {
            var isWhole = number.Kind is CodeTypeKind.Int32 or CodeTypeKind.Int64 ? "true" : "false";
            var limits = number.HasRange ? $", minimum: {SafeText.Literal(number.Minimum)}, maximum: {SafeText.Literal(number.Maximum)}" : "";
            return $"{Begin} => schema.NumberOrWord(Names, isOpen: {(model.IsOpen ? "true" : "false")}, isWhole: {isWhole}, "
                + $"{SafeText.Literal(text.Length == 0 ? null : text)}{limits});";
        }

        return $"{Begin} => schema.Enum(Names, isOpen: {(model.IsOpen ? "true" : "false")}{(text.Length == 0 ? "" : $", {SafeText.Literal(text)}")});";
    }

    // Null in place of a value is part of the member, so that the contract needs no function that returns another.
    private static string ContractOf(CodeType type, ValueExpressions values, ContractFields contracts)
    {
        var value = type.Substitutes.Count > 0 ? type : type with { IsNullable = false };
        return contracts.Find(value) ?? values.Contract(value).Expression;
    }

    private static string Traits(RecordMember member, TypeText types, ValueExpressions values)
    {
        var traits = NullTrait(member.Type);
        if (member.HasBounds && member.Type.Kind == CodeTypeKind.Union)
            traits += string.Concat(member.BoundedAlternatives.Select(static alternative => LimitsOf(alternative.Type)).OfType<string>().Distinct()
                .Select(name => $".{name}({Bounds(member)})"));
        else if (member.HasBounds)
            traits += $".Limits({Bounds(member)})";
        if (member.HasConstant && ValueOf(member.Type, member.Constant!, types, values) is { } constant)
            traits += $".Constant({constant})";
        if (member.HasNullConstant)
            traits += ".Null()";
        if (member.Default is not null && ValueOf(member.Type, member.Default, types, values) is { } @default)
            traits += $".Default({@default})";
        if (FormatOf(member, types) is { } format)
            traits += $".Format(\"{format}\")";
        return traits
            + (member.IsSecret ? ".Secret()" : "")
            + (member.IsReadOnly ? ".ReadOnly()" : "")
            + (member.IsWriteOnly ? ".WriteOnly()" : "")
            + (member.Deprecated is not null ? ".Deprecated()" : "");
    }

    private static string NullTrait(CodeType type) => type.IsNullable && type.Substitutes.Count == 0 ? ".Nullable()" : "";

    // A schema has one range, so the gaps between several ranges are not in it.
    private static string Bounds(RecordMember member) => (member.Minimum ?? member.Maximum) is null && member.Ranges is { Count: > 0 } ranges
        ? $"{SafeText.Literal(ranges[0].Minimum)}, {SafeText.Literal(ranges[ranges.Count - 1].Maximum)}"
        : $"{SafeText.Literal(member.Minimum)}, {SafeText.Literal(member.Maximum)}";

    private static string? LimitsOf(CodeType type) => type.Kind switch
    {
        _ when type.IsQuoted => null,
        CodeTypeKind.String => "TextLimits",
        CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.Double or CodeTypeKind.Decimal => "NumberLimits",
        CodeTypeKind.List => "ListLimits",
        _ => null,
    };

    // On .NET Standard, dates and times of day are text.
    private static string? FormatOf(RecordMember member, TypeText types) => member.Type switch
    {
        _ when member.IsUrl => "uri-reference",
        { Kind: CodeTypeKind.Date, Format: null } when types.Kind(member.Type) == CodeTypeKind.String => "date",
        { Kind: CodeTypeKind.Time, Format: null } when types.Kind(member.Type) == CodeTypeKind.String => SchemaPattern.LocalTimeFormat,
        _ => null,
    };

    // The JSON of a printed value as a C# literal; null: it is not a single value.
    private static string? ValueOf(CodeType type, string text, TypeText types, ValueExpressions values)
    {
        if (type.IsEmbedded || !type.IsSingle)
            return null;
        if (type.IsQuoted)
            return SafeText.Literal(text);
        switch (type.Kind)
        {
            case CodeTypeKind.Boolean when type.Words.Count > 0:
                if (values.Constant(type, text) is not { } truth)
                    return null;
                var word = type.Words[truth == "true" ? 0 : 1];
                return type.AreWordsNumbers ? word : SafeText.Literal(word);
            case CodeTypeKind.Boolean or CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.Decimal or CodeTypeKind.Double:
                return values.Constant(type with { Name = null }, text);
            case CodeTypeKind.DateTime when type.IsEpoch:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number.ToString(CultureInfo.InvariantCulture) + "M"
                    : null;
            default:
                return SafeText.Literal(text);
        }
    }

    private static string Described(Documentation documentation, bool withLimits = false)
        => TextOf(documentation, withLimits) is { } text ? $", {SafeText.Literal(text)}" : "";

    private static string Text(Documentation documentation) => SafeText.Literal(TextOf(documentation));

    // What keywords of the schema state is not repeated. No keyword states the range of a number in a string.
    private static string? TextOf(Documentation documentation, bool withLimits = false)
        => DocumentationText.Join([
            .. new[] { documentation.Summary }.OfType<string>().Where(static text => text.Length > 0),
            .. withLimits ? documentation.Remarks : documentation.Remarks.Except(documentation.Limits),
        ]);
}
