using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Looks up names that the files of one API declare. All rules about a reference use it.</summary>
internal interface IApiReference
{
    /// <summary>The API file, or null.</summary>
    ApiDeclaration? Api { get; }

    /// <summary>Returns the type of an alias; null: the API file does not list the name under <c>types</c>.</summary>
    TypeReference? FindAlias(string name);

    /// <summary>Returns the schema with the name; null: no file declares it.</summary>
    SchemaDeclaration? FindSchema(string name);

    /// <summary>Returns the alias or schema whose name differs from a name only in upper and lower case; null: no file declares one.</summary>
    string? FindSpelling(string name);

    /// <summary>Returns the section of the operation <c>Group.Method</c>; null: no file describes it.</summary>
    SectionDeclaration? FindOperation(string id);

    /// <summary>Returns the parameter set that sections name with <c>use:</c>; null: the API file does not list the name under <c>sets</c>.</summary>
    ParameterSet? FindSet(string name);
}
