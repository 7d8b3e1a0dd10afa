namespace ApiSpec.Generator.Model;

/// <summary>A rule over several parameters or body members.</summary>
internal sealed record ParameterChoice(ChoiceKind Kind, EquatableArray<string> Names, string Pointer);

internal enum ChoiceKind
{
    ExactlyOne,
    AtLeastOne,
    AtMostOne,
}
