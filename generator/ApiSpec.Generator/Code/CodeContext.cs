namespace ApiSpec.Generator.Code;

/// <summary>The settings that all generated files of one API share.</summary>
/// <param name="Namespace">The namespace of the generated types; empty: the global namespace.</param>
/// <param name="ApiClass">The static class that describes the API: <c>AutomaticOperationApi</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="ApiId">The name of the API at run time: its id in the specs, or the name of the client if there is no id.</param>
internal sealed record CodeContext(string Namespace, string ApiClass, string Accessibility, string ApiId)
{
    /// <summary>The prefix of a fully qualified name: <c>global::N.</c>.</summary>
    public string GlobalPrefix => Namespace.Length == 0 ? "global::" : "global::" + Namespace + ".";

    /// <summary>Returns the full name of a type as reflection prints it, for logs.</summary>
    public string FullName(string type) => Namespace.Length == 0 ? type : Namespace.Replace("@", "") + "." + type;
}
