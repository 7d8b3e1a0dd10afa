using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Emit;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>The files of a bound project, generated like in the pipeline, each with the names that its model allows.</summary>
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
            var log = GeneratedLog.Of(client);
            yield return new(log.HintName, LogEmitter.Emit(log), () => DeclaredNames.Of(log));
            var openApi = GeneratedOpenApi.Of(client, OpenApiLevel.SchemasWithContent);
            yield return new(openApi.HintName, OpenApiEmitter.Emit(openApi), () => DeclaredNames.Of(openApi));
        }

        foreach (var fake in project.Fakes.Where(fake => IsNew(fake.HintName, fake)))
            yield return new(fake.HintName, FakeEmitter.Emit(fake, target), () => DeclaredNames.Of(fake)) { Optional = () => DeclaredNames.Of(fake) };
        foreach (var source in project.Files.SelectMany(static file => file.Sources).Where(source => IsNew(source.HintName, source)))
        {
            yield return new(source.HintName, SourceEmitter.Emit(source, target), () => DeclaredNames.Of(source, target))
            {
                // The model of a filter does not say which of its names are declared.
                Optional = () => DeclaredNames.OfFilters(source),
            };
        }

        bool IsNew(string hintName, object model) => known is null || known.IsNew(place, hintName, target, model);
    }

    public static IEnumerable<string> HintNames(BoundProject project)
    {
        foreach (var client in project.Clients)
        {
            yield return client.HintName;
            yield return client.ServicesHintName;
            yield return client.LogHintName;
            yield return client.OpenApiHintName;
        }

        foreach (var fake in project.Fakes)
            yield return fake.HintName;
        foreach (var source in project.Files.SelectMany(static file => file.Sources))
            yield return source.HintName;
    }
}

/// <summary>The last models, by file. A mutant changes one or two models of its project; the others have been checked before.</summary>
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
/// <param name="Allowed">Returns the names that it is allowed to declare according to its model.</param>
internal sealed record GeneratedText(string HintName, string Text, Func<SortedSet<string>> Allowed)
{
    /// <summary>Returns the names of the model that it does not have to declare.</summary>
    public Func<SortedSet<string>> Optional { get; init; } = static () => [];
}
