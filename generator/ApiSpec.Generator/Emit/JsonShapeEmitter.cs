using System.Globalization;
using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the method that describes the JSON of a record, for the unions that it is part of.</summary>
internal static class JsonShapeEmitter
{
    public static void Write(CodeWriter writer, RecordLayout layout, ContractFields contracts)
    {
        if (!layout.Record.IsInUnion)
            return;
        writer.Write();
        writer.Open($"protected override {JsonShape} CreateShape()");
        if (layout.Record.IsTuple)
        {
            var shapes = string.Join(", ", layout.Slots.Select(slot => contracts.Use(slot.Member.Type) + ".Shape"));
            var required = Number(layout.Slots.Count(static slot => !slot.Member.IsOptional));
            writer.Write($$"""return {{JsonShape}}.Tuple({{required}}, static () => new {{JsonShape}}[] { {{shapes}} });""");
            writer.Close();
            return;
        }

        writer.Write($$"""
            return {{JsonShape}}.Record(
                {{(layout.Slots.Count > 0 ? "Members" : "null")}},
                new ulong[] { {{string.Join(", ", Enumerable.Range(0, layout.Words).Select(word => RecordLayout.Hex(layout.RequiredMask(word))))}} },
                static () => new {{JsonShape}}[]
                {
            """);
        foreach (var slot in layout.Slots)
            writer.Write($"        {contracts.Use(slot.Member.Type)}.Shape,");
        writer.Write($$"""    }{{Rest(layout, contracts)}});""");
        writer.Close();
    }

    private static string Rest(RecordLayout layout, ContractFields contracts)
    {
        var rest = "";
        if (layout.Slots.FirstOrDefault(
            static slot => slot.Member is { Initializer: not null, Type.Kind: CodeTypeKind.String or CodeTypeKind.OpenEnum }) is { } constant)
            rest += $", constantMember: {Number(constant.Index)}, constant: {SafeText.Literal(constant.Member.Initializer!)}";
        var spellings = layout.Slots.SelectMany(static slot => slot.Member.Aliases.Select(_ => Number(slot.Index))).ToList();
        if (spellings.Count > 0)
            rest += $$""", spellings: new[] { {{string.Join(", ", spellings)}} }""";
        if (layout.Patterns.Count > 0)
        {
            var patterns = layout.Patterns.Select(
                pattern => $"new {JsonPattern}({pattern.Affixes}, static () => {contracts.Use(pattern.Member.Value)}.Shape)");
            rest += $$""", patterns: new[] { {{string.Join(", ", patterns)}} }""";
        }

        return rest;
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
