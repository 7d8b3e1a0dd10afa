using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// Writes the conversion from the record of a shared table to the record of a body with the same members, so that received values can be changed and sent.
/// </summary>
internal static class TakeOverEmitter
{
    public static void Write(CodeWriter writer, RecordLayout layout, CodeType table, TypeText types)
    {
        var record = layout.Record;
        var source = types.OfNonNull(table);
        writer.WriteSummary("Takes all values that were read.");
        writer.Write("/// <param name=\"value\">What was read.</param>");
        writer.Open($"public static implicit operator {record.Name}({source} value)");
        writer.Write($"{ApiArgument}.NotNull(value, nameof(value));");
        if (layout.Slots.Any(slot => AsksForPresence(slot, types)))
            writer.Write($$"""
                bool Has(string member) => {{source}}.JsonContract.Has(value, member);

                """);
        writer.Open($"return new {record.Name}");
        foreach (var slot in layout.Slots.Where(static slot => !slot.Member.IsFixed))
            writer.Write($"{(slot is { TracksPresence: true, IsRequired: false } ? slot.Field : slot.Member.Name)} = {Value(slot, types)},");
        for (var word = 0; word < layout.Words; word++)
            WritePresence(writer, layout, word, types);
        foreach (var pattern in layout.Patterns)
            writer.Write($"{pattern.Member.Name} = value.{pattern.Member.Name},");
        if (record.KeepsUnknown)
            writer.Write("AdditionalMembers = value.AdditionalMembers,");
        writer.Close(";");
        writer.Close();
        writer.Write();
    }

    private static string Value(MemberSlot slot, TypeText types)
    {
        var member = slot.Member;
        var property = $"value.{member.Name}";
        if (!slot.TracksPresence && IsTracked(member, types))
            return $"{Has(member)} ? {property} : null";
        if (member.IsOptional || !member.IsOptionalWhereTaken || member.Type.IsNullable || member.Type.IsCollection)
            return property;
        return types.IsValueType(member.Type) ? $"{property}.GetValueOrDefault()" : $"{property}!";
    }

    private static void WritePresence(CodeWriter writer, RecordLayout layout, int word, TypeText types)
    {
        var tracked = layout.Slots.Where(slot => slot.Word == word && slot.TracksPresence).ToList();
        if (tracked.Count == 0)
            return;
        var always = tracked.Where(slot => !AsksForPresence(slot, types)).Aggregate(0UL, static (mask, slot) => mask | slot.Bit);
        var parts = tracked
            .Where(slot => AsksForPresence(slot, types))
            .Select(static slot => $"({Has(slot.Member)} ? {RecordLayout.Hex(slot.Bit)} : 0UL)");
        if (always != 0)
            parts = parts.Prepend(RecordLayout.Hex(always));
        writer.Write($"{RecordLayout.Word("_present", word)} = {string.Join("\n    | ", parts)},");
    }

    private static bool AsksForPresence(MemberSlot slot, TypeText types)
        => !slot.Member.IsFixed && (IsTracked(slot.Member, types) || (slot.TracksPresence && slot.Member.IsOptionalWhereTaken));

    // Without a date type in the target framework, a date is a string.
    private static bool IsTracked(RecordMember member, TypeText types) => member.MayBeUnsetWhereTaken && types.IsValueType(member.Type);

    private static string Has(RecordMember member) => $"Has({SafeText.Literal(member.WireName)})";
}
