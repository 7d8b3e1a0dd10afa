using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Binding;

/// <summary>A link to an operation.</summary>
/// <param name="Record">The qualified name of the record whose member is the link. Headers have no record, but a name as if they had one.</param>
/// <param name="Operation">The operation, <c>Group.Method</c>.</param>
/// <param name="Member">The member.</param>
internal sealed record FoundLink(string Record, string Operation, LinkMember Member);
