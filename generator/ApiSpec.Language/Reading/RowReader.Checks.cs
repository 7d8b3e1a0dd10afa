using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

// What the parts of a row must not say together, or not in their table.
internal sealed partial class RowReader
{
    private void CheckName(RowName name, YamlEntry entry, TableKind table)
    {
        foreach (var count in name.Counts)
        {
            if (count.Length > 0 && RangeText.Parse(count, name.Wrap(Unread), out var diagnostic) is null)
                context.Report(diagnostic!.Rule, entry.Key, diagnostic.Arguments);
        }

        if (!name.IsQuoted && name.Name.EndsWith("[]", StringComparison.Ordinal))
            context.Report(SpecRules.InvalidName, entry.Key, entry.Name, "the name of a row", "a list can be nested at most four levels deep");
        else if (table != TableKind.Path && NamePattern.HasBraces(name.Name) && NamePattern.Split(name.Name) is null)
            context.Report(SpecRules.InvalidPattern, entry.Key, name.Name);
        else if (table == TableKind.Headers && NamePattern.HasBraces(name.Name) && FixedPartOf(name.Name).Length == 0)
            context.Report(SpecRules.InvalidName, entry.Key, entry.Name, "the name of a header", "write the part that the names share, as in 'X-Meta-{name}'");
        else if (table == TableKind.Headers && !FixedPartOf(name.Name).All(IsTokenCharacter))
            context.Report(SpecRules.InvalidName, entry.Key, entry.Name, "the name of a header", "write letters, digits and '-', without spaces");
        else if (table == TableKind.Path && name.IsOptional)
            context.Report(SpecRules.FlagNotAllowed, entry.Key, "?", "for optional values, and a path parameter is always required");
    }

    private static string FixedPartOf(string name) => NamePattern.Split(name) is var (prefix, suffix) ? prefix + suffix : name;

    // RFC 9110, section 5.6.2.
    private static bool IsTokenCharacter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || "!#$%&'*+-.^_`|~".Contains(c);

    // A type that its table does not allow is replaced by the type that it means, so that the calls of a program still compile. If that is not known, it is
    // treated like one that could not be read, so that nothing else is reported about it.
    private RowDeclaration CheckType(RowDeclaration row, TableKind table, Func<TypeReference, SpecSpan> spanOf, bool isReported)
    {
        var isRefused = false;
        RowChecks.CheckType(row.Type, table, (rule, part, arguments) =>
        {
            isRefused = true;
            if (!isReported)
                context.Report(rule, spanOf(part), arguments);
        });
        if (!isRefused || table is TableKind.Members or TableKind.Parts)
            return row;
        var isNullable = row.Type.Kind == TypeKind.Nullable;
        var type = isNullable ? row.Type.Arguments[0] : row.Type;
        type = WordList.EnumOf(type) ?? type;
        return row with { Type = RowChecks.Allows(type, table) ? type : Unread, IsOptional = row.IsOptional || (isNullable && table != TableKind.Path) };
    }

    private void CheckDirections(RowDeclaration row, SpecSpan span)
    {
        if (row is { IsReadOnly: true, IsWriteOnly: true })
            context.Report(SpecRules.Contradiction, span, "'read-only'", "'write-only'");
    }

    private void CheckConstant(RowDeclaration row, TableKind table, SpecSpan span)
    {
        if (row.Constant is { } constant)
            CheckValue(row, table, constant, span);
        else if (row.HasNullConstant && !MayBeNull(row.Type))
            context.Report(SpecRules.WrongConstant, span, "null", ValueText.NoNull);
        // Most writers of 'size?: int always 100' have copied a default.
        if (row is { IsOptional: true, IsPresenceUnknown: false, RequiredWhen: null, OnlyWhen: null } and ({ Constant: not null } or { HasNullConstant: true }))
            context.Report(SpecRules.ConstantOfOptional, span, row.Constant ?? "null", row.Name);
    }

    // A named type can allow null, because only the other files of the API show its definition.
    private static bool MayBeNull(TypeReference type)
        => type is { Kind: TypeKind.Nullable, RefusesNull: false } or { Kind: TypeKind.Any or TypeKind.Named }
            || (type.Kind == TypeKind.Union && type.Arguments.Any(MayBeNull));

    private void CheckValue(RowDeclaration row, TableKind table, string value, SpecSpan span)
    {
        if (table == TableKind.Headers && HttpDateFields.IsValue(row.Name, row.Type, value))
            return;
        if (ValueText.Mismatch(row.Type, value) is { } mismatch)
            context.Report(SpecRules.WrongConstant, span, value, mismatch + context.Hint(value, ValueText.Known(row.Type)));
        else if (row.Range is { } range && ValueText.OutsideRange(row.Type, range, value) is { } outside)
            context.Report(SpecRules.WrongConstant, span, value, outside);
    }
}
