using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>A rule over several parameters or body members. Of <see cref="GroupRuleKind.Requires"/>, the first name is the one that requires the others.</summary>
internal sealed record ParameterChoice(GroupRuleKind Kind, EquatableArray<string> Names, string Pointer);

internal enum GroupRuleKind
{
    ExactlyOne,
    AtLeastOne,
    AtMostOne,

    /// <summary>Where the first is given, all others must be.</summary>
    Requires,
}
