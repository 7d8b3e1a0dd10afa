namespace ApiSpec.Generator.Binding;

/// <summary>The name of a generated type, and the element of a spec that it comes from.</summary>
/// <param name="Namespace">Its namespace, with <c>@</c> before keywords; empty: the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind in C#.</param>
/// <param name="Owner">The element that it is generated from, for messages: <c>schema Task</c>.</param>
/// <param name="Path">The file.</param>
/// <param name="Pointer">The element in the file.</param>
/// <param name="Advice">The advice on how to get another name.</param>
internal sealed record GeneratedType(string Namespace, string Name, GeneratedTypeKind Kind, string Owner, string Path, string Pointer, string Advice);
