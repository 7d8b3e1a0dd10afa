using System.Globalization;
using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the method that reads a record from JSON.</summary>
internal static class JsonReaderEmitter
{
    public static void Write(CodeWriter writer, RecordLayout layout, ValueExpressions values, ContractFields contracts)
    {
        var record = layout.Record;
        writer.Open($"public override {record.Name} Read(ref {Utf8JsonReader} reader)");
        foreach (var slot in layout.Slots)
            writer.Write($"{slot.StoredType} {slot.Local} = {InitialValue(slot)};");
        foreach (var pattern in layout.Patterns)
            writer.Write($"global::System.Collections.Generic.Dictionary<string, {pattern.ValueType}>? {pattern.Local} = null;");
        if (record.KeepsUnknown)
            writer.Write($"global::System.Collections.Generic.Dictionary<string, {JsonElement}>? unknown = null;");
        for (var word = 1; word < layout.Words; word++)
        {
            if (SeenMask(layout, word) != 0)
                writer.Write($"ulong {RecordLayout.Word("seen", word)} = 0;");
        }

        writer.Write($"var json = Members.{(record.IsTuple ? "StartArray" : "Start")}(ref reader);");
        if (layout.Slots.Count == 0 && SkipsUnknown(layout))
        {
            writer.Write("json.NextKnown(ref reader);");
        }
        else
        {
            writer.Open($"while (json.{(SkipsUnknown(layout) ? "NextKnown" : "Next")}(ref reader))");
            WriteMembers(writer, layout, values, contracts);
            writer.Close();
            writer.Write();
        }

        for (var word = 1; word < layout.Words; word++)
            WriteRequired(writer, layout, word);
        WriteResult(writer, layout);
        writer.Close();
    }

    private static void WriteMembers(CodeWriter writer, RecordLayout layout, ValueExpressions values, ContractFields contracts)
    {
        if (layout.Slots.Count == 0)
        {
            WriteUnknown(writer, layout, contracts);
            return;
        }

        writer.Open("switch (json.Member)");
        var alias = layout.Slots.Count;
        foreach (var slot in layout.Slots)
        {
            writer.Write($"case {slot.Index.ToString(CultureInfo.InvariantCulture)}:");
            foreach (var _ in slot.Member.Aliases)
                writer.Write($"case {(alias++).ToString(CultureInfo.InvariantCulture)}:");
            writer.Write($"    {slot.Local} = {ReadMember(slot, values, contracts)};");
            // The library notes the first 64 names, and another spelling of the name is not the member itself.
            if ((SeenMask(layout, slot.Word) & slot.Bit) != 0 && (slot.Word > 0 || slot.Member.Aliases.Count > 0))
                writer.Write($"    {Seen(slot.Word)} |= {RecordLayout.Hex(slot.Bit)};");
            writer.Write("    break;");
        }

        if (!SkipsUnknown(layout))
        {
            var unknown = new CodeWriter();
            WriteUnknown(unknown, layout, contracts);
            writer.Write($$"""
                default:
                    {{unknown.Finish().TrimEnd('\n').Replace("\n", "\n    ")}}
                    break;
                """);
        }

        writer.Close();
    }

    // A string that is repeated in the records of a list becomes one object. Secrets are never kept for this.
    private static string ReadMember(MemberSlot slot, ValueExpressions values, ContractFields contracts)
    {
        var type = slot.Member.Type;
        if (type is not { Kind: CodeTypeKind.String, IsEmbedded: false, Substitutes.Count: 0 } || slot.Member.IsSecret)
            return values.Read(type, contracts);
        const string Text = "json.String(ref reader)";
        return type.IsNullable ? $"{JsonRead}.IsNull(ref reader) ? null : {Text}" : Text;
    }

    private static void WriteUnknown(CodeWriter writer, RecordLayout layout, ContractFields contracts)
    {
        var unknown = layout.Record is { IsOpen: true, IsTuple: true } ? "json.Additional(ref reader, ref unknown);"
            : layout.Record.IsOpen ? $"{JsonRead}.Additional(ref reader, ref unknown);"
            : layout.Record.IsSent ? "json.Unknown(ref reader, ref unknown);"
            : "json.Skip(ref reader);";
        if (layout.Patterns.Count == 0)
        {
            writer.Write(unknown);
            return;
        }

        var collected = layout.Patterns.Select(
            pattern => $"!{JsonRead}.Collect(ref reader, {pattern.Affixes}, {contracts.Use(pattern.Member.Value)}, ref {pattern.Local})");
        writer.Write($$"""
            if ({{string.Join("\n    && ", collected)}})
                {{unknown}}
            """);
    }

    private static void WriteRequired(CodeWriter writer, RecordLayout layout, int word)
    {
        var required = layout.RequiredMask(word);
        if (required == 0)
            return;
        var mask = RecordLayout.Hex(required);
        var seen = RecordLayout.Word("seen", word);
        writer.Write($"{JsonRead}.Require(ref reader, Members, {mask}, {seen}, {(word * 64).ToString(CultureInfo.InvariantCulture)});");
    }

    private static void WriteResult(CodeWriter writer, RecordLayout layout)
    {
        writer.Open($"return new {layout.Record.Name}");
        foreach (var slot in layout.Slots)
            writer.Write(slot.Initialize(slot.Local));
        for (var word = 0; word < layout.Words; word++)
        {
            if (layout.TrackedMask(word) is var tracked and not 0)
                writer.Write($"{RecordLayout.Word("_present", word)} = {Seen(word)} & {RecordLayout.Hex(tracked)},");
        }

        foreach (var pattern in layout.Patterns)
            writer.Write($"{pattern.Field} = {JsonRead}.ToMapOrEmpty({pattern.Local}),");
        if (layout.Record.KeepsUnknown)
            writer.Write($"_additionalMembers = {JsonRead}.ToMap(unknown) ?? {ApiMap}<{JsonElement}>.Empty,");
        writer.Close(";");
    }

    private static bool SkipsUnknown(RecordLayout layout) => layout.Patterns.Count == 0 && layout.Record is { IsOpen: false, IsSent: false };

    private static string Seen(int word) => word == 0 ? "json.Seen" : RecordLayout.Word("seen", word);

    private static ulong SeenMask(RecordLayout layout, int word) => layout.RequiredMask(word) | layout.TrackedMask(word);

    // A required member is assigned before it is used, because without it the method throws.
    private static string InitialValue(MemberSlot slot)
        => slot.Member.IsOptional || slot.Member.Type.IsNullable || slot.IsEmptyWhenAbsent ? "null"
            : slot.StoredType == "string" || slot.Member.Type.Kind is CodeTypeKind.Record or CodeTypeKind.Union ? "null!"
            : "default";
}
