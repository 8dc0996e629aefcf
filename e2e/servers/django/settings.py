from behaviour import behaviour

SECRET_KEY = "of a test"
DEBUG = behaviour.development
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "urls"
LANGUAGE_CODE = "ko-kr"
INSTALLED_APPS = ["rest_framework"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
LOGGING_CONFIG = None
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["permissions.HasKey"],
    "EXCEPTION_HANDLER": "refusals.handle",
    "UNAUTHENTICATED_USER": None,
}
