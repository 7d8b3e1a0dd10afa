using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Finds what the files of one API declare together. Rules about a reference look names up here, whoever asks.</summary>
internal interface IApiReference
{
    /// <summary>What the API file says; null: the sections have none.</summary>
    ApiDeclaration? Api { get; }

    /// <summary>The type that the vendor's name stands for; null: the API file does not list the name under <c>types</c>.</summary>
    TypeReference? FindAlias(string name);

    /// <summary>The schema with the name; null: no file declares it.</summary>
    SchemaDeclaration? FindSchema(string name);

    /// <summary>The section of the operation <c>Group.Method</c>; null: no file describes it.</summary>
    SectionDeclaration? FindOperation(string id);

    /// <summary>The parameter set that sections take with <c>use:</c>; null: the API file does not list the name under <c>sets</c>.</summary>
    ParameterSet? FindSet(string name);
}
