using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the checks of rules over several optional values, and what the documentation says about them.</summary>
internal static class GroupRuleEmitter
{
    private const string ApiChoice = "global::ApiSpec.Generated.ApiChoice.";

    public static void Write(CodeWriter writer, GeneratedOperation operation, bool followsLink)
    {
        var choices = operation.Choices.Where(choice => Concerns(choice, followsLink)).ToList();
        if (!followsLink && choices.Exists(static choice => choice.Values.Any(static value => value.Place == ChoicePlace.Body)))
            writer.Write("global::ApiSpec.Generated.ApiArgument.NotNull(body, nameof(body));");
        foreach (var choice in choices)
        {
            var given = choice.Values.Select(value => IsGiven(operation, value)).ToList();
            var names = choice.Values.Select(static value => value.WireName);
            writer.Write(choice.Kind == GroupRuleKind.Requires
                ? ApiChoice + "Requires(" + SafeText.Literal(choice.Values[0].WireName) + ", " + SafeText.Literal(string.Join(", ", names.Skip(1))) + ", "
                    + given[0] + ", " + string.Join(" && ", given.Skip(1)) + ");"
                : ApiChoice + choice.Kind + "(" + SafeText.Literal(string.Join(", ", names)) + ", " + string.Join(" + ", given.Select(static value => "(" + value + " ? 1 : 0)")) + ");");
        }
    }

    /// <summary>The rules in words, as the documentation of the exception that breaking them throws.</summary>
    public static void WriteDocumentation(CodeWriter writer, GeneratedOperation operation, bool followsLink)
    {
        var rules = operation.Choices.Where(choice => Concerns(choice, followsLink)).Select(static choice => Describe(choice)).ToList();
        if (rules.Count > 0)
            writer.WriteElement("exception", " cref=\"global::System.ArgumentException\"", "Before anything is sent, where a rule is broken: " + string.Join("; ", rules) + ".");
    }

    // Rules over query values do not concern the query of a link.
    private static bool Concerns(GroupRule choice, bool followsLink)
        => !followsLink || choice.Values.All(static value => value.Place is ChoicePlace.Body or ChoicePlace.Part);

    private static string Describe(GroupRule choice)
    {
        var names = choice.Values.Select(static value => "'" + value.WireName + "'").ToList();
        return choice.Kind switch
        {
            GroupRuleKind.ExactlyOne => "exactly one of " + string.Join(", ", names) + " must be given",
            GroupRuleKind.AtLeastOne => "at least one of " + string.Join(", ", names) + " must be given",
            GroupRuleKind.AtMostOne => "at most one of " + string.Join(", ", names) + " may be given",
            _ => names[0] + " requires " + string.Join(", ", names.Skip(1)),
        };
    }

    private static string IsGiven(GeneratedOperation operation, GroupRuleValue value) => value.Place switch
    {
        ChoicePlace.Flag => "query?." + value.Name + " == true",
        ChoicePlace.Query => "query?." + value.Name + " is not null",
        ChoicePlace.Body => operation.Body!.Name + ".JsonContract.Has(body, " + SafeText.Literal(value.WireName) + ")",
        _ => value.Name + " is not null",
    };
}
