namespace ApiSpec;

/// <summary>Lets an exception compare the status of its response without boxing it.</summary>
internal interface IApiStatusHolder<TStatus>
    where TStatus : struct, Enum
{
    TStatus Status { get; }
}
