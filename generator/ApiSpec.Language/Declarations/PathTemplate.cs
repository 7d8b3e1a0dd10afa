using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>The path of a request line, split at its placeholders: <c>/Automation/v1/objects/Tasks/</c>, <c>{id}</c>, <c>/actions</c>.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="AddedBase">The path of <c>base:</c> at the start of the first part, if the printed line does not have it; otherwise empty.</param>
/// <param name="SaysBase">Whether the printed line has a placeholder for that path, such as <c>base-URL</c>.</param>
internal sealed record PathTemplate(EquatableArray<PathPart> Parts, string AddedBase = "", bool SaysBase = false)
{
    /// <summary>Returns the template as shown in documentation and <c>url.template</c>: <c>/Automation/v1/objects/Tasks/{id}</c>.</summary>
    public override string ToString() => string.Concat(Parts.Select(static part => part.IsPlaceholder ? "{" + part.Text + "}" : part.Text));
}

/// <summary>A literal part of the path with its slashes, already valid in a URI, or the name of a placeholder.</summary>
internal sealed record PathPart(string Text, bool IsPlaceholder);
