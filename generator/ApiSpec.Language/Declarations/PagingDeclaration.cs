using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>The parameters and members that page through a list.</summary>
internal sealed record PagingDeclaration(EquatableArray<PagingRole> Roles, string Pointer)
{
    /// <summary>The roles of the request.</summary>
    public static readonly string[] RequestRoles = ["offset", "page", "size", "cursor"];
}

/// <summary>A role in paging (<c>offset</c>, <c>size</c>, <c>items</c>, <c>total</c>) and the parameter or member with that role.</summary>
internal sealed record PagingRole(string Role, string Name);
