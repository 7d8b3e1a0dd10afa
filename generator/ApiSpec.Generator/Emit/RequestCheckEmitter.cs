using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the checks of a request body. A type without rules has no check.</summary>
internal static class RequestCheckEmitter
{
    public static void Write(CodeWriter writer, RecordLayout layout, TypeText types, ValueExpressions values, ContractFields contracts)
    {
        if (!layout.Record.IsChecked)
            return;
        writer.Write();
        Begin(writer, layout.Record.Name);
        foreach (var slot in layout.Slots)
        {
            var statements = Statements(slot, types, values, contracts).ToList();
            if (statements.Count == 0)
                continue;
            // A number that was never set is missing, not zero.
            var isUnset = slot.TracksPresence && !slot.Member.IsOptional && types.IsValueType(slot.Member.Type);
            if (isUnset)
                writer.Open($"if ({slot.IsWritten("value")})");
            foreach (var statement in statements)
                writer.Write(statement);
            if (isUnset)
                writer.Close();
        }

        foreach (var pattern in layout.Patterns)
            WritePattern(writer, pattern, types, values, contracts);
        if (layout.Record.Conditions.Count > 0)
            writer.Write(ConditionEmitter.CheckOfObject);
        writer.Close();
    }

    public static void Write(CodeWriter writer, GeneratedUnion union, ContractFields contracts)
    {
        if (!union.IsChecked)
            return;
        writer.Write();
        Begin(writer, union.Name);
        foreach (var alternative in union.Alternatives)
        {
            if (!alternative.HoldsChecked)
                continue;
            var local = $"as{alternative.Name}";
            writer.Write($$"""
                if (value.{{alternative.Name}} is { } {{local}})
                    {{contracts.Use(alternative.Type)}}.Check({{local}});
                """);
        }

        writer.Close();
    }

    /// <summary>Writes the static fields for constants that have no literal in C#.</summary>
    public static void WriteConstants(CodeWriter writer, RecordLayout layout, TypeText types, ValueExpressions values)
    {
        if (!layout.Record.IsChecked)
            return;
        ConditionEmitter.WriteField(writer, layout.Record.Conditions);
        var rules = layout.Record.Patterns.Where(static pattern => pattern.Rule is not null).Select(static pattern => pattern.Rule!);
        foreach (var member in layout.Record.Members.Concat(rules))
        {
            if (IsParsed(member, types) && values.Parse(member.Type, member.Constant!) is { } parsed)
                writer.Write($"private static readonly {types.OfNonNull(member.Type)} ConstantOf{member.Name} = {parsed};");
        }
    }

    private static void Begin(CodeWriter writer, string type)
    {
        writer.Write("public override bool HasRules => true;\n");
        writer.Open($"public override void Check({type} value)");
        writer.Write("if (value is null)\n    return;");
    }

    private static IEnumerable<string> Statements(MemberSlot slot, TypeText types, ValueExpressions values, ContractFields contracts)
    {
        var member = slot.Member;
        var value = $"value.{slot.StoredValue}";
        foreach (var statement in OfValue(member, SafeText.Literal(member.WireName), value, types, values))
            yield return statement;
        if (member.HoldsChecked && member.Type.Kind != CodeTypeKind.OpenEnum)
            yield return $"{JsonCheck}.Value({SafeText.Literal(member.WireName)}, {contracts.Use(member.Type with { IsNullable = false })}, {value});";
    }

    private static IEnumerable<string> OfValue(RecordMember member, string name, string value, TypeText types, ValueExpressions values)
    {
        if (member.HasBounds)
        {
            if (member.Type.Kind == CodeTypeKind.Union)
            {
                foreach (var check in member.BoundedAlternatives.SelectMany(alternative
                    => Bounds(member, alternative.Type, name, $"{value}?.{alternative.Name}")))
                    yield return check;
            }
            else
            {
                foreach (var check in Bounds(member, member.Type, name, value))
                    yield return check;
            }
        }

        if (member.Type is { Kind: CodeTypeKind.OpenEnum, Element: { HasRange: true } number })
        {
            var bounded = member with { Minimum = number.Minimum, Maximum = number.Maximum, Ranges = number.Ranges };
            foreach (var check in Bounds(bounded, number, name, NumberIn(member.Type, value)))
                yield return check;
        }

        if (!member.HasConstant)
            yield break;
        var text = SafeText.Literal(member.Constant!);
        if (IsParsed(member, types))
        {
            if (values.Parse(member.Type, member.Constant!) is null)
                yield break;
            yield return $"{JsonCheck}.{(member.Type.Kind == CodeTypeKind.Bytes ? "Bytes(" : "Constant(")}{name}, {value}, ConstantOf{member.Name}, {text});";
        }
        else if (values.Constant(ValueExpressions.NumberOf(member.Type), member.Constant!) is { } constant)
        {
            var compared = ValueExpressions.InRange(member.Type, value);
            yield return $"{JsonCheck}.Constant({name}, {compared}, {constant}{(types.IsValueType(member.Type) ? $", {text}" : "")});";
        }
    }

    /// <summary>The number in a value that can also be a word, or null. The value can be null as well.</summary>
    public static string NumberIn(CodeType type, string value) => $"(({type.Name}?){value})?.Number";

    private static IEnumerable<string> Bounds(RecordMember member, CodeType type, string name, string value)
    {
        if (member.Ranges.Count > 0)
            yield return $"{JsonCheck}.{ValueExpressions.RangesCheck(type.Kind, member.Ranges, name, value, member.IsSecret ? ", isSecret: true" : "")});";
        if ((member.Minimum ?? member.Maximum) is not null)
            yield return Limits(member, type, name, value);
    }

    private static string Limits(RecordMember member, CodeType type, string name, string value)
    {
        var secrecy = member.IsSecret ? ", isSecret: true" : "";
        return $"{JsonCheck}." + type.Kind switch
        {
            CodeTypeKind.String => $"Length({name}, {value}, {BoundText.Counts(member.Minimum, member.Maximum)});",
            CodeTypeKind.Int32 or CodeTypeKind.Int64
                => $"Range({name}, {ValueExpressions.InRange(type, value)}, {BoundText.Wholes(member.Minimum, member.Maximum)}{secrecy});",
            CodeTypeKind.Decimal => $"Range({name}, {value}, {BoundText.Numbers(member.Minimum, member.Maximum, "M")}{secrecy});",
            CodeTypeKind.Double => $"Range({name}, {value}, {BoundText.Numbers(member.Minimum, member.Maximum, "D")}{secrecy});",
            _ => $"Count({name}, {value}?.Count, {BoundText.Counts(member.Minimum, member.Maximum)});",
        };
    }

    private static void WritePattern(CodeWriter writer, PatternSlot slot, TypeText types, ValueExpressions values, ContractFields contracts)
    {
        var pattern = slot.Member;
        var statements = pattern.Rule is { } rule ? OfValue(rule, NameOf(pattern), "entry.Value", types, values).ToList() : [];
        if (statements.Count > 0)
        {
            // Enumerating an empty map would allocate. The variable needs a unique name, because its scope is the whole method.
            var local = $"membersOf{pattern.Name}";
            writer.Open($$"""if (value.{{pattern.Name}} is { Count: > 0 } {{local}})""");
            writer.Open($"foreach (var entry in {local})");
            foreach (var statement in statements)
                writer.Write(statement);
            writer.Close();
            writer.Close();
        }

        if (pattern.HoldsChecked)
            writer.Write($"{JsonCheck}.Members({contracts.Use(pattern.Value)}, value.{pattern.Name}, {slot.Affixes});");
    }

    private static string NameOf(PatternMember pattern)
    {
        var prefix = pattern.Prefix.Length > 0 ? $"{SafeText.Literal(pattern.Prefix)} + " : "";
        var suffix = pattern.Suffix.Length > 0 ? $" + {SafeText.Literal(pattern.Suffix)}" : "";
        return $"{prefix}entry.Key{suffix}";
    }

    // Dates and similar values have no literal.
    private static bool IsParsed(RecordMember member, TypeText types)
        => member.HasConstant
            && types.Kind(member.Type) is CodeTypeKind.Date or CodeTypeKind.Time or CodeTypeKind.DateTime or CodeTypeKind.Uuid or CodeTypeKind.Bytes;
}
