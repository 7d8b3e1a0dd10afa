using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Decides whether a request follows the rules over several of its values, such as <c>exactly-one</c>.</summary>
internal static class GroupRules
{
    /// <summary>Whether a rule requires a value, and the request has none of the group.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="given">The number of values of the group in the request.</param>
    public static bool IsMissing(ParameterChoice rule, int given) => given == 0 && rule.Kind != GroupRuleKind.AtMostOne;

    /// <summary>Whether a request has more values of a group than its rule allows.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="given">The number of values of the group in the request.</param>
    public static bool IsExceeded(ParameterChoice rule, int given) => given > 1 && rule.Kind != GroupRuleKind.AtLeastOne;
}
