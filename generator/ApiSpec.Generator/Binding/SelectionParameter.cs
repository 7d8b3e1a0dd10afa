using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Binding;

/// <summary>A parameter that selects members of the items.</summary>
/// <param name="Value">The parameter of the method.</param>
/// <param name="EscapedName">Its name in the query.</param>
/// <param name="Path">The file of its row.</param>
/// <param name="Pointer">Its row.</param>
internal sealed record SelectionParameter(OperationParameter Value, string EscapedName, string Path, string Pointer);
