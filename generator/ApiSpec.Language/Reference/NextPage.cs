using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>How a page of a list leads to the next page.</summary>
internal static class NextPage
{
    /// <summary>The header of a response that states the range of its items.</summary>
    public const string ContentRange = "Content-Range";

    // A reference can print the number of the next page or the next offset. Then 'cursor' would only name the parameter again.
    private static readonly string[] NumberRoles = ["page", "offset"];

    /// <summary>Returns the roles of the values in a request that can receive <c>next</c>.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section of the list.</param>
    /// <returns>Empty: the section has no <c>next</c>, or it is the URL of the next page. Two roles: the section does not say which one receives the
    /// number.</returns>
    public static IReadOnlyList<string> ReceiversOf(IApiReference api, SectionDeclaration section)
    {
        if (Role(section, "next") is not { } next)
            return [];
        if (Role(section, "cursor") is not null)
            return ["cursor"];
        return IsWholeNumber(api, section, next) ? [.. NumberRoles.Where(role => Role(section, role) is not null)] : [];
    }

    /// <summary>Whether <c>next</c> is the URL of the next page.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section of the list.</param>
    public static bool IsUrl(IApiReference api, SectionDeclaration section)
        => Role(section, "next") is not null && ReceiversOf(api, section).Count == 0;

    // A member with this name takes precedence, because a table is more specific than a list of headers.
    private static bool IsWholeNumber(IApiReference api, SectionDeclaration section, string next)
    {
        var types = new TypeResolver(api);
        if (BodyReference.TableOrTupleOf(api, BodyReference.Resolve(api, section.Response, isRequest: false)) is { } table
            && RowPath.FindWithTuples(table, next) is { } member)
            return IsWholeNumber(api, types.Resolve(member.Row.Type, member.Scope, member.Row.Members));
        return section.Statuses.Rows.Where(static row => row.IsResult).SelectMany(static row => row.Headers)
            .FirstOrDefault(row => string.Equals(row.Name, next, StringComparison.OrdinalIgnoreCase)) is { } header
            && IsWholeNumber(api, types.Resolve(header.Type, TypeScope.Empty));
    }

    private static bool IsWholeNumber(IApiReference api, ValueForms value)
        => value.Forms.Count > 0 && value.Forms.All(form => IsWholeNumber(api, form.Type));

    private static bool IsWholeNumber(IApiReference api, TypeReference type)
        => type.Kind is TypeKind.Int or TypeKind.Long || (type.Kind == TypeKind.Quoted && IsWholeNumber(api, api.Resolve(type.Arguments[0])));

    private static string? Role(SectionDeclaration section, string role)
        => section.Paging?.Roles.FirstOrDefault(candidate => string.Equals(candidate.Role, role, StringComparison.Ordinal))?.Name;
}
