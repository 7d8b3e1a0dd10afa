using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Emit;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>The files of a bound project, made as the pipeline makes them, each with the names that its model allows it to declare.</summary>
internal static class GeneratedCode
{
    public static readonly TargetFramework Net100 = new(HasInit: true, HasDateOnly: true);

    public static readonly TargetFramework NetStandard20 = new(HasInit: false, HasDateOnly: false);

    public static List<GeneratedText> Of(BoundProject project, TargetFramework target)
    {
        var files = new List<GeneratedText>();
        foreach (var client in project.Clients)
            files.Add(new(client.HintName, ClientEmitter.Emit(client), () => DeclaredNames.Of(client)));
        foreach (var file in project.Files)
        {
            foreach (var operation in file.Operations)
            {
                files.Add(new(operation.HintName, OperationEmitter.Emit(operation, target), () => DeclaredNames.Of(operation)));
                if (operation.Query is { } query)
                    files.Add(new(query.HintName, QueryEmitter.Emit(operation, query, target), () => DeclaredNames.Of(operation.Context, query)));
            }

            foreach (var record in file.Records)
                files.Add(new(record.HintName, RecordEmitter.Emit(record, target), () => DeclaredNames.Of(record)));
            foreach (var union in file.Unions)
                files.Add(new(union.HintName, UnionEmitter.Emit(union, target), () => DeclaredNames.Of(union)));
            foreach (var filter in file.Filters)
                files.Add(new(filter.HintName, FilterEmitter.Emit(filter, target), () => DeclaredNames.Of(filter)) { IsSubset = true });
            foreach (var openEnum in file.OpenEnums)
                files.Add(new(openEnum.HintName, OpenEnumEmitter.Emit(openEnum), () => DeclaredNames.Of(openEnum)));
        }

        return files;
    }
}

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text.</param>
/// <param name="Allowed">What it may declare, by the model it was made of.</param>
internal sealed record GeneratedText(string HintName, string Text, Func<SortedSet<string>> Allowed)
{
    /// <summary>Not every name of the model has to be declared.</summary>
    public bool IsSubset { get; init; }
}
