using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>The members of a body that a group rule of a section needs.</summary>
/// <param name="Record">The qualified name of the record.</param>
/// <param name="Members">The names of the members.</param>
internal sealed record ChosenMembers(string Record, EquatableArray<string> Members);
