using ApiSpec.Json;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>Lookups that follow from the names of a reference.</summary>
internal static class ApiReferenceExtensions
{
    // An alias can name a schema, and that schema another one. The limit ends a cycle.
    private const int MaxNames = 32;

    /// <summary>
    /// Follows a name to its type, and stops at a table, a nullable type or a union. <see cref="TypeResolver"/> follows those as well.
    /// </summary>
    /// <returns>The type itself if it is not a name, or if it names a table.</returns>
    public static TypeReference Resolve(this IApiReference api, TypeReference type)
    {
        for (var names = 0; type is { Kind: TypeKind.Named, Arguments.Count: 0 } && names < MaxNames && api.TypeOf(type.Name!) is { } meant; names++)
            type = meant;
        return type;
    }

    /// <summary>Returns the type of a name that manuals print for a built-in type; null: a schema has the name, an alias or a schema has it in
    /// another spelling, or it has no such meaning.</summary>
    public static TypeReference? MeaningOf(this IApiReference api, string name)
        => ForeignTypeNames.Meaning(name) is { } meant && api.FindSchema(name) is null && api.FindSpelling(name) is null ? meant : null;

    /// <summary>Returns how a date and time is written in a format, with the zone of values without one; null: as in ISO 8601.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="format">The .NET format; null: ISO 8601.</param>
    /// <param name="alsoEpoch">The unit in which the value can also be a number; null: it is text.</param>
    public static string? MomentFormatOf(this IApiReference api, string? format, string? alsoEpoch)
        => (api.Api?.TimeZone ?? alsoEpoch) is null ? format : MomentFormat.Join(format, api.Api?.TimeZone, alsoEpoch);

    /// <summary>Returns the type of an alias or a schema; null: the name is unknown, or names a table.</summary>
    public static TypeReference? TypeOf(this IApiReference api, string name) => api.FindAlias(name) ?? api.FindSchema(name)?.Type;

    /// <summary>Returns the query parameters that a section gets from its parameter sets and from its API.</summary>
    public static IEnumerable<RowDeclaration> InheritedQueryRows(this IApiReference api, SectionDeclaration section)
        => section.Uses.SelectMany(use => api.FindSet(use)?.Rows ?? []).Concat(api.SharedQueryRows(section));

    /// <summary>Returns the query parameters of every operation of the API, except the ones of which the section or its sets have a
    /// name.</summary>
    public static IEnumerable<RowDeclaration> SharedQueryRows(this IApiReference api, SectionDeclaration section)
    {
        if (api.Api is not { QueryRows: { Count: > 0 } shared })
            return [];
        var replaced = new HashSet<string>(
            section.QueryRows.Concat(section.Uses.SelectMany(use => api.FindSet(use)?.Rows ?? [])).SelectMany(static row => row.Names), StringComparer.Ordinal);
        return shared.Where(row => !row.Names.Any(replaced.Contains));
    }

    /// <summary>Returns the query parameters of a section, including those from sets and the API.</summary>
    public static IEnumerable<RowDeclaration> QueryRows(this IApiReference api, SectionDeclaration section)
        => section.QueryRows.Concat(api.InheritedQueryRows(section));

    /// <summary>Returns the headers of a section, including those from the API.</summary>
    public static IEnumerable<RowDeclaration> HeaderRows(this IApiReference api, SectionDeclaration section)
        => section.HeaderRows.Concat(RequestHeaders.Shared(api.Api?.Headers ?? [], section, type => api.Resolve(type)));

    /// <summary>Returns the path, query and header rows of a section, including rows of its sets.</summary>
    public static IEnumerable<RowDeclaration> ParameterRows(this IApiReference api, SectionDeclaration section)
        => section.PathRows.Concat(section.QueryRows).Concat(section.HeaderRows).Concat(api.InheritedQueryRows(section));

    /// <summary>Returns the constants and links that the page prints for members of the schema that it returns.</summary>
    public static EquatableArray<MemberValue> PrintedValues(this IApiReference api, SectionDeclaration section)
    {
        if (!section.ResponseValues.Any(static value => value.IsOfEither))
            return section.ResponseValues;
        var names = MemberNames(api, section.Response, isRequest: false);
        return section.ResponseValues.Where(value => !value.IsOfEither || names.Contains(value.Name)).ToEquatableArray();
    }

    /// <summary>Returns the names of the members if a body is a table, or an empty set.</summary>
    public static ISet<string> MemberNames(this IApiReference api, BodyDeclaration? body, bool isRequest)
        => new HashSet<string>(
            BodyReference.TableOf(api, BodyReference.Resolve(api, body, isRequest))?.Rows.Select(static row => row.Name) ?? [], StringComparer.Ordinal);

    /// <summary>Whether the section uses a set that no file declares, so that its names are not all known.</summary>
    public static bool HasUnknownSet(this IApiReference api, SectionDeclaration section) => section.Uses.Any(use => api.FindSet(use) is null);
}
