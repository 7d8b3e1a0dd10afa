using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the method that writes a record to JSON. Absent members stay absent, and null stays null.</summary>
internal static class JsonWriterEmitter
{
    public static void Write(CodeWriter writer, RecordLayout layout, TypeText types, ValueExpressions values, ContractFields contracts)
    {
        writer.Open($"public override void Write({Utf8JsonWriter} writer, {layout.Record.Name} value)");
        writer.Write($"var json = Members.{(layout.Record.IsTuple ? "StartArray" : "Start")}(writer);");
        foreach (var slot in layout.Slots)
            WriteMember(writer, slot, layout.Record, types, values, contracts);
        foreach (var pattern in layout.Patterns)
        {
            writer.Write($"{JsonWrite}.Members(writer, {contracts.Use(pattern.Member.Value)}, value.{pattern.Member.Name}, {pattern.Affixes});");
        }

        if (layout.Record.KeepsUnknown)
            writer.Write(layout.Record.IsTuple ? "json.Rest(value.AdditionalMembers);" : $"{JsonWrite}.Unknown(writer, value.AdditionalMembers);");
        writer.Write("json.End();");
        writer.Close();
    }

    private static void WriteMember(
        CodeWriter writer, MemberSlot slot, GeneratedRecord record, TypeText types, ValueExpressions values, ContractFields contracts)
    {
        var type = slot.Member.Type;
        var index = slot.Index.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var property = $"value.{slot.Member.Name}";
        var local = slot.Local;
        var isSet = $"(value.{RecordLayout.Word("_present", slot.Word)} & {RecordLayout.Hex(slot.Bit)})";
        var missing = $"json.MissingRequired({index});";

        if (!slot.Member.IsOptional)
        {
            if (slot.TracksPresence)
            {
                writer.Write($$"""
                    if ({{isSet}} == 0)
                        {{missing}}
                    """);
                writer.Write(values.Write(type, index, property, contracts));
            }
            else if (type.IsNullable)
            {
                WriteIfNotNull(writer, values.Write(type, index, local, contracts), property, local);
                writer.Write($$"""
                    else
                        {{ValueExpressions.WriteNull(type, index)}}
                    """);
            }
            else
            {
                if (record.IsSent && !types.IsValueType(type))
                    writer.Write($$"""
                        if (value.{{slot.StoredValue}} is null)
                            {{missing}}
                        """);
                writer.Write(values.Write(type, index, property, contracts));
            }

            return;
        }

        var note = record.IsSent && EditionEmitter.Editions(slot.Member.Editions) is not null
            ? $"{JsonWrite}.Editions({SafeText.Literal(slot.Member.WireName)}, {slot.EditionsField});"
            : null;
        if (!slot.TracksPresence || !type.IsNullable)
        {
            WriteIfNotNull(writer, values.Write(type, index, local, contracts), $"value.{slot.StoredValue}", local, note);
        }
        else
        {
            writer.Open($"if ({isSet} != 0)");
            if (note is not null)
                writer.Write(note);
            WriteIfNotNull(writer, values.Write(type, index, local, contracts), property, local);
            writer.Write($$"""
                else
                    {{ValueExpressions.WriteNull(type, index)}}
                """);
            writer.Close();
        }
    }

    private static void WriteIfNotNull(CodeWriter writer, string statement, string property, string local, string? note = null)
    {
        var condition = $$"""{{property}} is { } {{local}}""";
        if (note is null)
        {
            writer.Write($$"""
                if ({{condition}})
                    {{statement}}
                """);
            return;
        }

        writer.Write($$"""
            if ({{condition}})
            {
                {{note}}
                {{statement}}
            }
            """);
    }
}
