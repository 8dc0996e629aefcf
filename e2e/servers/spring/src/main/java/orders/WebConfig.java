package orders;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration
class WebConfig implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KeyInterceptor()).addPathPatterns("/v1/channel/**");
    }

    /** Only a fault reads other media types. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        for (HttpMessageConverter<?> converter : converters) {
            if (Behaviour.CHOSEN.readsAnyType && converter instanceof MappingJackson2HttpMessageConverter json) {
                json.setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
            }
        }
    }

    /** Only a fault has other methods. */
    @Bean
    InitializingBean otherMethods(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            OrdersController controller) {
        return () -> Behaviour.CHOSEN.methods.forEach(method -> mapping.registerMapping(
                RequestMappingInfo.paths(OrdersController.PATH)
                        .methods(method)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                controller,
                ReflectionUtils.findMethod(OrdersController.class, "cancel", (Class<?>[]) null)));
    }
}
