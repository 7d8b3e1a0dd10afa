using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the conditions of response bodies, of members of request bodies, and of parameters.</summary>
internal static class ConditionEmitter
{
    private const string Field = "Conditions";

    /// <summary>A condition as an expression.</summary>
    public static string Expression(IEnumerable<StatedClause> clauses) => $"new {ApiCondition}(){string.Concat(clauses.Select(Part))}";

    /// <summary>The static field that holds conditions.</summary>
    public static void WriteField(CodeWriter writer, IReadOnlyCollection<RequestCondition> conditions)
    {
        if (conditions.Count == 0)
            return;
        var rules = string.Concat(conditions.Select(static condition => $"\n    {Rule(condition)}"));
        writer.Write($"private static readonly {ApiConditions} {Field} = new {ApiConditions}(){rules};");
    }

    /// <summary>The check of an object.</summary>
    public static string CheckOfObject => $"{JsonCheck}.Conditions({Field}, this, value);";

    /// <summary>The check of the parameters of an operation.</summary>
    public static void WriteCheck(CodeWriter writer, OperationSignature signature, ValueExpressions values)
    {
        if (signature.Operation.Conditions is not { } conditions)
            return;
        var local = signature.Local("given");
        var places = conditions.Conditions
            .Select(static condition => condition.Table[0])
            .Where(static place => place != RequestTables.Body)
            .Distinct(StringComparer.Ordinal)
            .Select(static place => $".In({SafeText.Literal(place)})");
        writer.Write($"var {local} = new {ApiConditionValues}(){string.Concat(places)};");
        foreach (var value in conditions.Values)
            writer.Write($"{local}.{Add(value, values)}");
        if (conditions.WithBody)
            writer.Write($"{local}.AddBody({SafeText.Literal(RequestTables.Body)}, {values.Contract(signature.Operation.Body!).Expression}, body);");
        writer.Write($"{Field}.Check({local});");
    }

    /// <summary>Describes a condition for the documentation.</summary>
    public static string Describe(RequestCondition condition)
        => $"'{condition.Name}' {(condition.IsRequired ? "must be given" : "only applies")} if {condition.Words}";

    private static string Add(ConditionValue value, ValueExpressions values)
    {
        var names = $"{SafeText.Literal(value.Place)}, {SafeText.Literal(value.WireName)}";
        if (value.Constant is { } constant)
            return $"Add({names}, {SafeText.Literal(constant)});";
        var parameter = value.Value!;
        var expression = value.InQuery ? $"query?.{parameter.Name}" : parameter.Name;
        return parameter.Type.Kind switch
        {
            _ when value.IsJson || (parameter.Type.IsEmbedded && values.IsReference(parameter.Type))
                => $"AddJson({names}, {values.JsonInside(parameter.Type)}, {expression});",
            CodeTypeKind.List when !parameter.Type.IsEmbedded => $"AddList({names}, {expression}, {values.ItemText(parameter.Type, parameter.WireName)});",
            CodeTypeKind.File => $$"""Add({{names}}, {{expression}} is null ? null : "");""",
            _ when value.IsFlag => $$"""Add({{names}}, {{expression}} == true ? "true" : null);""",
            _ => $"Add({names}, {values.SentText(parameter, expression, value.IsOptional)});",
        };
    }

    private static string Rule(RequestCondition condition)
    {
        var kind = condition.IsRequired ? "Required" : "Only";
        var (name, words) = (SafeText.Literal(condition.Name), SafeText.Literal(condition.Words));
        return $".{kind}({Texts(condition.Table)}, {name}, {words}, {Expression(condition.Clauses)})";
    }

    private static string Part(StatedClause clause)
    {
        var values = clause.Operator is ConditionOperator.IsGiven or ConditionOperator.IsMissing
            ? ""
            : $", {ApiValueForm}.{clause.ComparedAs}, {Texts(clause.Values)}";
        var character = clause.Separator == '\n' ? "\\n" : clause.Separator?.ToString();
        var separator = character is not null && clause.Operator == ConditionOperator.Has ? $", separator: '{character}'" : "";
        var whenMissing = clause.WhenMissing ? ", whenMissing: true" : "";
        var up = clause.Up > 0 ? $", up: {clause.Up.ToString(CultureInfo.InvariantCulture)}" : "";
        return $".{clause.Operator}({Path(clause.Path, clause.Aliases)}{values}{separator}{whenMissing}{up})";
    }

    /// <summary>An expression for the path to a member. The other names of a row follow its name after a NUL, which no name can contain.</summary>
    public static string Path(IReadOnlyList<string> names, IReadOnlyList<EquatableArray<string>> aliases)
        => Texts(names.Select((name, i) => i < aliases.Count ? string.Join("\0", aliases[i].Prepend(name)) : name));

    /// <summary>An expression for an array of strings.</summary>
    public static string Texts(IEnumerable<string> texts) => $$"""new string[] { {{string.Join(", ", texts.Select(SafeText.Literal))}} }""";
}
