using System.Reflection;

namespace ApiSpec.Guides.Tests;

/// <summary>Arguments for the methods on the pages, chosen by type: a fake, a client of the server, its address, a task, and a folder of specs.</summary>
internal sealed class KnownArguments(Uri server) : IDisposable
{
    private readonly List<IDisposable> _created = [];

    /// <summary>Returns the arguments of a method; false: a parameter has another type.</summary>
    public bool TryGet(ParameterInfo[] parameters, out object?[] values)
    {
        values = [.. parameters.Select(parameter => ValueOf(parameter.ParameterType))];
        return values.All(static value => value is not null);
    }

    public void Dispose()
    {
        foreach (var created in _created)
            created.Dispose();
    }

    private object? ValueOf(Type type)
    {
        if (type == typeof(Uri))
            return server;
        if (type == typeof(ApiCredential))
            return new BasicCredential("system", "manager");
        if (type == typeof(long))
            return 2026L;
        if (type == typeof(string))
            return "specs";
        if (type == typeof(CancellationToken))
            return CancellationToken.None;

        var created = type.Name.EndsWith("Fake", StringComparison.Ordinal) ? Create(type)
            : type.Name.EndsWith("Client", StringComparison.Ordinal) && type.IsClass ? Create(type, server)
            : null;
        if (created is IDisposable disposable)
            _created.Add(disposable);
        return created;
    }

    // A constructor can have optional parameters after these.
    private static object Create(Type type, params object[] arguments)
    {
        var types = arguments.Select(static value => value.GetType());
        var constructor = type.GetConstructors().First(constructor => constructor.GetParameters() is var parameters
            && parameters.Take(arguments.Length).Select(static parameter => parameter.ParameterType).SequenceEqual(types)
            && parameters.Skip(arguments.Length).All(static parameter => parameter.IsOptional));
        return constructor.Invoke([.. arguments, .. constructor.GetParameters().Skip(arguments.Length).Select(static parameter => parameter.DefaultValue)]);
    }
}
