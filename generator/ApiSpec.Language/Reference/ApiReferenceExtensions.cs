using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>What follows from the names of a reference, whoever looks them up.</summary>
internal static class ApiReferenceExtensions
{
    // An alias may stand for a schema, and that for another one. Names that lead back to themselves end.
    private const int MaxNames = 32;

    /// <summary>
    /// Follows a name to the type that it stands for, and stops at a table, a nullable type or a union. <see cref="TypeResolver"/> follows those as well.
    /// </summary>
    /// <returns>The type itself where it is not a name, or is that of a table.</returns>
    public static TypeReference Resolve(this IApiReference api, TypeReference type)
    {
        for (var names = 0; type is { Kind: TypeKind.Named, Arguments.Count: 0 } && names < MaxNames && api.TypeOf(type.Name!) is { } meant; names++)
            type = meant;
        return type;
    }

    /// <summary>The type that an alias or a schema stands for; null: the name is not known, or is that of a table.</summary>
    public static TypeReference? TypeOf(this IApiReference api, string name) => api.FindAlias(name) ?? api.FindSchema(name)?.Type;

    /// <summary>The query parameters that a section takes over: those of its sets, and those of its API.</summary>
    public static IEnumerable<RowDeclaration> RowsOfSets(this IApiReference api, SectionDeclaration section)
        => section.Uses.SelectMany(use => api.FindSet(use)?.Rows ?? []).Concat(api.SharedQueryRows(section));

    /// <summary>The query parameters that every operation of the API takes: those that no row of the section, and of its sets, replaces.</summary>
    public static IEnumerable<RowDeclaration> SharedQueryRows(this IApiReference api, SectionDeclaration section)
    {
        if (api.Api is not { QueryRows: { Count: > 0 } shared })
            return [];
        var replaced = new HashSet<string>(
            section.QueryRows.Concat(section.Uses.SelectMany(use => api.FindSet(use)?.Rows ?? [])).Select(static row => row.Name), StringComparer.Ordinal);
        return shared.Where(row => !replaced.Contains(row.Name));
    }

    /// <summary>The query parameters of a section, those of its sets among them.</summary>
    public static IEnumerable<RowDeclaration> QueryRows(this IApiReference api, SectionDeclaration section)
        => section.QueryRows.Concat(api.RowsOfSets(section));

    /// <summary>The headers of a section, those of its API among them.</summary>
    public static IEnumerable<RowDeclaration> HeaderRows(this IApiReference api, SectionDeclaration section)
        => section.HeaderRows.Concat(RequestHeaders.Shared(api.Api?.Headers ?? [], section, type => api.Resolve(type)));

    /// <summary>The path, query and header rows of a section, those of its sets among them.</summary>
    public static IEnumerable<RowDeclaration> ParameterRows(this IApiReference api, SectionDeclaration section)
        => section.PathRows.Concat(section.QueryRows).Concat(section.HeaderRows).Concat(api.RowsOfSets(section));

    /// <summary>What the page prints for members of the shared table that it returns.</summary>
    public static EquatableArray<MemberValue> PrintedValues(this IApiReference api, SectionDeclaration section)
    {
        if (!section.ResponseValues.Any(static value => value.IsOfEither))
            return section.ResponseValues;
        var names = MemberNames(api, section.Response, isRequest: false);
        return section.ResponseValues.Where(value => !value.IsOfEither || names.Contains(value.Name)).ToEquatableArray();
    }

    /// <summary>The members of the table that a body is; none if it is not a table.</summary>
    public static ISet<string> MemberNames(this IApiReference api, BodyDeclaration? body, bool isRequest)
        => new HashSet<string>(
            BodyReference.TableOf(api, BodyReference.Resolve(api, body, isRequest))?.Rows.Select(static row => row.Name) ?? [], StringComparer.Ordinal);

    /// <summary>Whether the section takes a set that no file declares, so that its names are not all known.</summary>
    public static bool HasUnknownSet(this IApiReference api, SectionDeclaration section) => section.Uses.Any(use => api.FindSet(use) is null);
}
