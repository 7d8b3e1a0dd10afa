using ApiSpec.Generator.Code;
using ApiSpec.Json;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the classes with the members of a record for filters, sort orders and field lists.</summary>
internal static class FilterEmitter
{
    public static void Write(CodeWriter writer, GeneratedFilter filter, TargetFramework target)
    {
        var types = new TypeText(target);
        var record = types.OfNonNull(filter.Record);
        var name = filter.Record.Name!.Substring(filter.Record.Name.LastIndexOf('.') + 1);
        writer.WriteSummary($"The members of {name} that the reference allows in filters and sort orders.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{filter.Context.Accessibility} static partial class {filter.Name}");
        foreach (var member in filter.Members)
        {
            if (!member.IsFilterable || MemberType(member.Type, record, types) is not { } type)
                continue;
            WriteMember(writer, member, type, member.Type is { Kind: CodeTypeKind.DateTime, Format: var format } && MomentFormat.Of(format).Form is not null
                ? format
                : null);
        }

        writer.Close();
        writer.Write();
        writer.WriteSummary($"The members of {name} that a call can ask for.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{filter.Context.Accessibility} static partial class {filter.FieldsName}");
        foreach (var member in filter.Members)
            WriteMember(writer, member, $"{HqlField}<{record}>");
        writer.Close();
    }

    private static void WriteMember(CodeWriter writer, RecordMember member, string type, string? dateTimeFormat = null)
    {
        writer.WriteSummary(member.Documentation.Summary ?? $"The member '{member.WireName}'.");
        var format = dateTimeFormat is null ? "" : $", {SafeText.Literal(dateTimeFormat)}";
        writer.Write($$"""
            public static {{type}} {{member.Name}} { get; } = new {{type}}({{SafeText.Literal(member.WireName)}}{{format}});

            """);
    }

    private static string? MemberType(CodeType type, string record, TypeText types) => types.Kind(type) switch
    {
        CodeTypeKind.String or CodeTypeKind.Csv => $"{HqlTextMember}<{record}>",
        CodeTypeKind.Boolean => $"{HqlFlagMember}<{record}>",
        CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.DateTime or CodeTypeKind.OpenEnum
            => $"{HqlMember}<{record}, {types.OfNonNull(type)}>",
        _ => null,
    };
}
