namespace ApiSpec.Generator.Binding;

/// <summary>The name of a generated type, and where a spec asks for it.</summary>
/// <param name="Namespace">Its namespace, with <c>@</c> before keywords; empty: the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is in C#.</param>
/// <param name="Owner">The element that it is made from, in words for a message: <c>schema Task</c>.</param>
/// <param name="Path">The file.</param>
/// <param name="Pointer">The element in the file.</param>
/// <param name="Advice">How to get another name.</param>
internal sealed record GeneratedType(string Namespace, string Name, GeneratedTypeKind Kind, string Owner, string Path, string Pointer, string Advice);
