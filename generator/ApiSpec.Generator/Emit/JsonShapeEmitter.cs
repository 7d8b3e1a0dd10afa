using System.Globalization;
using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the method that describes the JSON of a record, for the unions that it is part of.</summary>
internal static class JsonShapeEmitter
{
    private const string Generated = "global::ApiSpec.Generated.";

    public static void Write(CodeWriter writer, RecordLayout layout, ContractFields contracts)
    {
        if (!layout.Record.IsInUnion)
            return;
        writer.Write();
        writer.Open("protected override " + Generated + "JsonShape CreateShape()");
        writer.Write("return " + Generated + "JsonShape.Record(");
        writer.Write("    " + (layout.Slots.Count > 0 ? "Members" : "null") + ",");
        writer.Write(
            "    new ulong[] { " + string.Join(", ", Enumerable.Range(0, layout.Words).Select(word => RecordLayout.Hex(layout.RequiredMask(word)))) + " },");
        writer.Write("    static () => new " + Generated + "JsonShape[]");
        writer.Write("    {");
        foreach (var slot in layout.Slots)
            writer.Write("        " + contracts.Use(slot.Member.Type) + ".Shape,");
        writer.Write("    }" + Rest(layout, contracts) + ");");
        writer.Close();
    }

    private static string Rest(RecordLayout layout, ContractFields contracts)
    {
        var rest = "";
        if (layout.Slots.FirstOrDefault(
            static slot => slot.Member is { Initializer: not null, Type.Kind: CodeTypeKind.String or CodeTypeKind.OpenEnum }) is { } constant)
            rest += ", constantMember: " + Number(constant.Index) + ", constant: " + SafeText.Literal(constant.Member.Initializer!);
        var spellings = layout.Slots.SelectMany(static slot => slot.Member.Aliases.Select(_ => Number(slot.Index))).ToList();
        if (spellings.Count > 0)
            rest += ", spellings: new[] { " + string.Join(", ", spellings) + " }";
        if (layout.Patterns.Count > 0)
        {
            rest += ", patterns: new[] { "
                + string.Join(", ", layout.Patterns.Select(pattern => "new " + Generated + "JsonPattern(" + SafeText.Literal(pattern.Member.Prefix)
                + ", " + SafeText.Literal(pattern.Member.Suffix) + ", static () => " + contracts.Use(pattern.Member.Value) + ".Shape)")) + " }";
        }

        return rest;
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
