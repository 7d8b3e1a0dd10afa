using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the checks of rules over several optional values, and their documentation.</summary>
internal static class GroupRuleEmitter
{
    public static void Write(CodeWriter writer, OperationSignature signature, bool followsLink)
    {
        var operation = signature.Operation;
        var choices = operation.Choices.Where(choice => Concerns(choice, followsLink)).ToList();
        if (!followsLink && choices.Exists(static choice => choice.Values.Any(static value => value.Place == ChoicePlace.Body)))
            writer.Write($"{ApiArgument}.NotNull(body, nameof(body));");
        var locals = 0;
        foreach (var choice in choices)
        {
            var given = choice.Values.Select(value => $"({IsGiven(signature, value, ref locals)} ? 1 : 0)").ToList();
            var names = string.Join(", ", choice.Values.Select(static value => value.WireName));
            writer.Write($"{ApiChoice}.{choice.Kind.ToString()}({SafeText.Literal(names)}, {string.Join(" + ", given)});");
        }
    }

    /// <summary>Writes the rules as the documentation of the exception for a violation.</summary>
    public static void WriteDocumentation(CodeWriter writer, GeneratedOperation operation, bool followsLink)
    {
        var rules = operation.Choices.Where(choice => Concerns(choice, followsLink)).Select(static choice => Describe(choice)).ToList();
        if (rules.Count > 0)
            writer.WriteElement(
                "exception", " cref=\"global::System.ArgumentException\"", $"Before a request is sent, if it breaks a rule: {string.Join("; ", rules)}.");
    }

    // Rules over query values do not apply to the query of a link.
    private static bool Concerns(GroupRule choice, bool followsLink)
        => !followsLink || choice.Values.All(static value => value.Place is ChoicePlace.Body or ChoicePlace.Part);

    private static string Describe(GroupRule choice)
    {
        var names = string.Join(", ", choice.Values.Select(static value => $"'{value.WireName}'"));
        return choice.Kind switch
        {
            GroupRuleKind.ExactlyOne => $"exactly one of {names} must be given",
            GroupRuleKind.AtLeastOne => $"at least one of {names} must be given",
            _ => $"at most one of {names} may be given",
        };
    }

    private static string IsGiven(OperationSignature signature, GroupRuleValue value, ref int locals)
    {
        switch (value.Place)
        {
            case ChoicePlace.Flag:
                return $"query?.{value.Name} == true";
            case ChoicePlace.Query:
                return value.IsLostIfEmpty ? $"query?.{value.Name}?.Count > 0" : $"query?.{value.Name} is not null";
            case ChoicePlace.Part:
                return value.IsLostIfEmpty ? $"{value.Name}?.Count > 0" : $"{value.Name} is not null";
        }

        var (holder, conditions) = ("body", "");
        foreach (var property in value.Holders)
        {
            var inner = signature.Local($"holder{(++locals).ToString(CultureInfo.InvariantCulture)}");
            conditions += $$"""{{holder}}.{{property}} is { } {{inner}} && """;
            holder = inner;
        }

        return $"{conditions}{(value.Holder ?? signature.Operation.Body!).Name}.JsonContract.Has({holder}, {SafeText.Literal(value.MemberName)})";
    }
}
