using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>A group rule about several parameters or body members.</summary>
internal sealed record ParameterChoice(GroupRuleKind Kind, EquatableArray<string> Names, string Pointer);

internal enum GroupRuleKind
{
    ExactlyOne,
    AtLeastOne,
    AtMostOne,
}
