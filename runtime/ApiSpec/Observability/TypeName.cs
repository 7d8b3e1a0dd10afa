namespace ApiSpec.Observability;

/// <summary>The name of an exception's type in traces, measurements and logs.</summary>
internal static class TypeName
{
    // Without type arguments, because they follow from the operation.
    public static string Of(Exception exception)
    {
        var type = exception.GetType();
        var name = type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!;
        var end = name.IndexOf('`');
        return end < 0 ? name : name.Substring(0, end);
    }
}
