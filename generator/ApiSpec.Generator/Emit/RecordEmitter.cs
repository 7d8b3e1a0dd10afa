using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes a record and its JSON contract.</summary>
internal static class RecordEmitter
{
    public static void Write(CodeWriter writer, GeneratedRecord record, TargetFramework target)
    {
        var types = new TypeText(target);
        var values = new ValueExpressions(types);
        var layout = new RecordLayout(record, types, values);

        writer.WriteDocumentation(record.Documentation, $"{record.Name} of the reference.");
        writer.Write($$"""
            {{GeneratedFile.Attribute}}
            {{SerializerConverter.Attribute(record.Name, target)}}
            """);
        writer.Open(SerializerConverter.Declare($"{record.Context.Accessibility} sealed partial record {record.Name}", record.Name, target));
        WriteFields(writer, layout);
        foreach (var slot in layout.Slots)
            WriteProperty(writer, slot, types, target);
        foreach (var slot in layout.Patterns)
            WritePattern(writer, slot, types, target);
        if (record.KeepsUnknown)
            WriteAdditionalMembers(writer, record.IsTuple, types, target);
        if (record.SelectionOf is { } whole)
            WriteHasField(writer, layout, types.OfNonNull(whole));
        if (record.TakesOver is { } table)
            TakeOverEmitter.Write(writer, layout, table, types);
        writer.WriteSummary("Reads this record from JSON and writes it to JSON, without reflection.");
        writer.Write($$"""
            public static {{ApiJson}}<{{record.Name}}> Json { get; } = new JsonContract();

            """);
        SerializerConverter.Write(writer, record.Name, target);
        RecordPrinting.WriteMasked(writer, [.. layout.Slots.Select(static slot => (slot.Member.Name, slot.Member.IsSecret))]);
        WriteContract(writer, layout, types, values);
        writer.Close();
    }

    private static void WriteFields(CodeWriter writer, RecordLayout layout)
    {
        var any = false;
        for (var word = 0; word < layout.Words; word++)
        {
            if (layout.TrackedMask(word) == 0)
                continue;
            writer.Write($"private ulong {RecordLayout.Word("_present", word)};");
            any = true;
        }

        foreach (var slot in layout.Slots.Where(static slot => slot.HasField))
        {
            writer.Write($"private {ContentProperty.FieldType(slot.Member.Type, slot.StoredType)} {slot.Field};");
            any = true;
        }

        if (any)
            writer.Write();
    }

    private static void WriteProperty(CodeWriter writer, MemberSlot slot, TypeText types, TargetFramework target)
    {
        var member = slot.Member;
        writer.WriteDocumentation(member.Documentation, $"The member '{member.WireName}'.");
        writer.WriteObsolete(member.Deprecated);
        SerializerName.Write(writer, member.Name, member.WireName);
        if (slot.HasField)
        {
            if (slot.IsEmptyWhenAbsent && member.IsOptional && target.HasNullAttributes)
                writer.Write("[global::System.Diagnostics.CodeAnalysis.AllowNull]");
            writer.Open($"public {(slot.IsRequired ? "required " : "")}{slot.PropertyType} {member.Name}");
            var stored = ContentProperty.FieldValue(member.Type, slot.Field);
            writer.Write($"get => {(slot.IsEmptyWhenAbsent ? CollectionExpressions.OrAbsent(slot.Field) : stored)};");
            WriteSetter(writer, slot, member.Type.IsCollection ? new CollectionExpressions(types).Member(member.Type, "value") : "value", target);
            writer.Close();
        }
        else
        {
            var initializer = slot.Constant
                ?? (slot.IsRequired || member.IsOptional || types.IsValueType(member.Type) || member.Type.IsNullable ? null : "null!");
            ContentProperty.Write(writer, member.Type, slot.PropertyType, member.Name, slot.Field, target.Setter, initializer, slot.IsRequired);
        }

        writer.Write();
    }

    private static void WriteSetter(CodeWriter writer, MemberSlot slot, string value, TargetFramework target)
    {
        if (!slot.TracksPresence)
        {
            writer.Write($"{target.Setter} => {slot.Field} = {value};");
            return;
        }

        var present = RecordLayout.Word("_present", slot.Word);
        var bit = RecordLayout.Hex(slot.Bit);
        writer.Open(target.Setter);
        writer.Write($"{slot.Field} = {value};");
        // If another record does not have the list, its property returns an empty list, which is stored as null.
        writer.Write(slot.Member.Type.IsCollection
            ? $"{present} = value is not null && {slot.Field} is null ? {present} & ~{bit} : {present} | {bit};"
            : $"{present} |= {bit};");
        writer.Close();
    }

    private static void WritePattern(CodeWriter writer, PatternSlot slot, TypeText types, TargetFramework target)
    {
        var pattern = $"{slot.Member.Prefix}*{slot.Member.Suffix}";
        writer.WriteDocumentation(slot.Member.Documentation, $"The members whose names fit '{pattern}', by name.");
        WriteMap(writer, slot.ValueType, slot.Member.Name, slot.Field, new CollectionExpressions(types).Pattern(slot.Member.Value, "value"), target);
    }

    private static void WriteAdditionalMembers(CodeWriter writer, bool isTuple, TypeText types, TargetFramework target)
    {
        var element = new CodeType { Kind = CodeTypeKind.Element };
        writer.WriteSummary(isTuple
            ? "Values after the last member, named by their positions ('6'): kept when the record is read, written back when it is sent."
            : "Members that the reference does not describe: kept when the record is read, written back when it is sent.");
        WriteMap(writer, types.Of(element), "AdditionalMembers", "_additionalMembers", new CollectionExpressions(types).Pattern(element, "value"), target);
    }

    private static void WriteMap(CodeWriter writer, string valueType, string name, string field, string set, TargetFramework target)
    {
        var type = $"global::System.Collections.Generic.IReadOnlyDictionary<string, {valueType}>";
        writer.Write($$"""
            [{{JsonIgnore}}]
            public {{type}} {{name}}
            {
                get => {{field}};
                {{target.Setter}} => {{field}} = {{set}};
            }

            private {{type}} {{field}} = {{ApiMap}}<{{valueType}}>.Empty;

            """);
    }

    private static void WriteContract(CodeWriter writer, RecordLayout layout, TypeText types, ValueExpressions values)
    {
        var contracts = new ContractFields(types, values);
        var body = new CodeWriter();
        JsonReaderEmitter.Write(body, layout, values, contracts);
        body.Write();
        JsonWriterEmitter.Write(body, layout, types, values, contracts);
        RequestCheckEmitter.Write(body, layout, types, values, contracts);
        JsonShapeEmitter.Write(body, layout, contracts);
        JsonSchemaEmitter.Write(body, layout, types, values, contracts);

        writer.Open($"{(layout.Record.Chosen.Count > 0 ? "internal" : "private")} sealed class JsonContract : {ApiJson}<{layout.Record.Name}>");
        var names = layout.Slots.Select(static slot => slot.Member.WireName).Concat(layout.Slots.SelectMany(static slot => slot.Member.Aliases));
        string[] arguments =
        [
            SafeText.Literal(layout.Record.Name), RecordLayout.Hex(layout.Words == 0 ? 0 : layout.RequiredMask(0)), .. names.Select(SafeText.Literal),
        ];
        writer.Write($"private static readonly {JsonMembers} Members = new {JsonMembers}({string.Join(", ", arguments)});");

        contracts.Write(writer);
        RequestCheckEmitter.WriteConstants(writer, layout, types, values);
        foreach (var slot in layout.Slots)
        {
            if (layout.Record.IsSent && EditionEmitter.Editions(slot.Member.Editions) is { } editions)
                writer.Write($"private static readonly {ApiEditions} {slot.EditionsField} = {editions};");
        }

        writer.Write();
        writer.Write(body);
        WriteHas(writer, layout);
        writer.Close();
    }

    private static void WriteHasField(CodeWriter writer, RecordLayout layout, string whole)
    {
        var name = "Has";
        while (layout.Slots.Any(slot => slot.Member.Name == name) || layout.Patterns.Any(slot => slot.Member.Name == name))
            name += "Member";
        writer.WriteSummary("Whether the server sent a member, be it null.");
        writer.Write("/// <param name=\"field\">The member.</param>");
        writer.Open($"public bool {name}({HqlField}<{whole}> field)");
        writer.Write($"{ApiArgument}.NotNull(field, nameof(field));");
        writer.Open("switch (field.Name)");
        foreach (var slot in layout.Slots)
            writer.Write($$"""
                case {{SafeText.Literal(slot.Member.WireName)}}:
                    return {{slot.IsWritten("this")}};
                """);
        writer.Write("default:\n    return false;");
        writer.Close();
        writer.Close();
        writer.Write();
    }

    // Rules over several members depend on the members that would be written. The properties do not show that for collections and for null.
    private static void WriteHas(CodeWriter writer, RecordLayout layout)
    {
        if (layout.Record.Chosen.Count == 0)
            return;
        writer.Write();
        writer.Open($"internal static bool Has({layout.Record.Name} value, string member) => member switch");
        foreach (var slot in layout.Slots.Where(slot => layout.Record.Chosen.Contains(slot.Member.WireName)))
            writer.Write($"{SafeText.Literal(slot.Member.WireName)} => {slot.IsWritten("value")},");
        writer.Write("_ => false,");
        writer.Close(";");
    }
}
