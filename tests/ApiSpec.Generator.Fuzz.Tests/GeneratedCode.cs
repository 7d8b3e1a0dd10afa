using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Emit;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>The files of a bound project, made as the pipeline makes them, each with the names that its model allows it to declare.</summary>
internal static class GeneratedCode
{
    public static readonly TargetFramework Net100 = new(HasInit: true, HasDateOnly: true);

    public static readonly TargetFramework NetStandard20 = new(HasInit: false, HasDateOnly: false);

    public static IEnumerable<GeneratedText> Of(BoundProject project, TargetFramework target, KnownModels? known = null, string place = "")
    {
        foreach (var client in project.Clients.Where(client => IsNew(client.HintName, client)))
        {
            var service = ServiceRegistration.Of(client, isResilient: true);
            yield return new(client.HintName, ClientEmitter.Emit(client), () => DeclaredNames.Of(client));
            yield return new(service.HintName, ServicesEmitter.Emit(service), () => DeclaredNames.Of(service));
        }

        foreach (var fake in project.Fakes.Where(fake => IsNew(fake.HintName, fake)))
            yield return new(fake.HintName, FakeEmitter.Emit(fake, target), () => DeclaredNames.Of(fake)) { IsSubset = true };
        foreach (var operation in project.Files.SelectMany(static file => file.Sources.OfType<GeneratedOperation>()).Where(operation => IsNew(operation.HintName, operation)))
        {
            yield return new(operation.HintName, OperationEmitter.Emit(operation, target), () => DeclaredNames.Of(operation));
            if (operation.Query is { } query)
                yield return new(query.HintName, QueryEmitter.Emit(operation, query, target), () => DeclaredNames.Of(operation.Context, query));
        }

        foreach (var record in project.Files.SelectMany(static file => file.Sources.OfType<GeneratedRecord>()).Where(record => IsNew(record.HintName, record)))
            yield return new(record.HintName, RecordEmitter.Emit(record, target), () => DeclaredNames.Of(record, target));
        foreach (var union in project.Files.SelectMany(static file => file.Sources.OfType<GeneratedUnion>()).Where(union => IsNew(union.HintName, union)))
            yield return new(union.HintName, UnionEmitter.Emit(union, target), () => DeclaredNames.Of(union, target));
        foreach (var filter in project.Files.SelectMany(static file => file.Sources.OfType<GeneratedFilter>()).Where(filter => IsNew(filter.HintName, filter)))
            yield return new(filter.HintName, FilterEmitter.Emit(filter, target), () => DeclaredNames.Of(filter)) { IsSubset = true };
        foreach (var openEnum in project.Files.SelectMany(static file => file.Sources.OfType<GeneratedOpenEnum>()).Where(openEnum => IsNew(openEnum.HintName, openEnum)))
            yield return new(openEnum.HintName, OpenEnumEmitter.Emit(openEnum), () => DeclaredNames.Of(openEnum));

        bool IsNew(string hintName, object model) => known is null || known.IsNew(place, hintName, target, model);
    }

    public static IEnumerable<string> HintNames(BoundProject project)
    {
        foreach (var client in project.Clients)
        {
            yield return client.HintName;
            yield return client.ServicesHintName;
        }

        foreach (var fake in project.Fakes)
            yield return fake.HintName;
        foreach (var file in project.Files)
        {
            foreach (var operation in file.Sources.OfType<GeneratedOperation>())
            {
                yield return operation.HintName;
                if (operation.Query is { } query)
                    yield return query.HintName;
            }

            foreach (var name in file.Sources.OfType<GeneratedRecord>().Select(static model => model.HintName).Concat(file.Sources.OfType<GeneratedUnion>().Select(static model => model.HintName))
                .Concat(file.Sources.OfType<GeneratedFilter>().Select(static model => model.HintName)).Concat(file.Sources.OfType<GeneratedOpenEnum>().Select(static model => model.HintName)))
            {
                yield return name;
            }
        }
    }
}

/// <summary>The models seen last, by file. A mutant changes one or two of the models of its project; the others were looked at before.</summary>
internal sealed class KnownModels
{
    private readonly Dictionary<(string Place, string HintName, TargetFramework Target), object> _models = [];

    public bool IsNew(string place, string hintName, TargetFramework target, object model)
    {
        var key = (place, hintName, target);
        if (_models.TryGetValue(key, out var known) && known.Equals(model))
            return false;
        if (_models.Count > 50_000)
            _models.Clear();
        _models[key] = model;
        return true;
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
